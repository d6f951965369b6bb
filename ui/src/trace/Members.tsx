/** All members with what they emit, get and pass on; or the card of the one chosen above. */
import { Figure } from '../parts/Figure'
import { largest, scaleOf } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { useStatements, type CarbonMembers, type CarbonStatement } from './ask'
import { HowBar } from './HowBar'
import { MemberCard } from './MemberCard'
import { Nothing } from './Nothing'
import { toldSpan } from './sankey'
import { SpanBar } from './SpanBar'
import { TracePage } from './TracePage'
import { useTrace } from './view'

export const PARTS = ['direct', 'bought', 'received', 'given', 'own'] as const

export function MembersPage() {
  const { t } = useText()
  const { member, park } = useTrace()
  if (park.years.length === 0) return <TracePage title={t('trace.members')}><Nothing /></TracePage>
  return member === undefined ? <All /> : <MemberCard member={member} />
}

function All() {
  const { t } = useText()
  const { how, at } = useTrace()
  const found = useStatements(how, at, true)
  return (
    <TracePage title={t('trace.members')} side={<HowBar />} answer={found.data && <Told found={found.data} />}>
      <Answer of={found}>{(data) => <Table found={data} isWaiting={found.isPlaceholderData} />}</Answer>
    </TracePage>
  )
}

function Told({ found }: { found: CarbonMembers }) {
  const { t } = useText()
  return (
    <>
      {t('trace.members_sum')} <Figure of={found.members_sum} showUnit />
      {' − '}{t('trace.eliminated')} <Figure of={found.eliminated} showUnit />
      {' = '}{t('trace.park_total')} <Figure of={found.total} showUnit />
      {found.sent_out.value !== 0 && <>{'; '}{t('trace.sent_out')} <Figure of={found.sent_out} showUnit /></>}
    </>
  )
}

function Table({ found, isWaiting }: { found: CarbonMembers; isWaiting: boolean }) {
  const { t, say } = useText()
  const { set } = useTrace()
  if (found.members.length === 0) return <Nothing />
  const scale = scaleOf(found.total.unit, largest(found.members.map((each) => each.own.value)), t)
  const first = found.members[0]
  return (
    <>
    <SpanBar shown={found} isWaiting={isWaiting} />
    <Panel
      title={t('trace.statements', { at: toldSpan(found) })}
      note={<>{t('trace.statements_note')}{found.left_out > 0 && <> {t('trace.left_out', { n: found.left_out })}</>}</>}
    >
      <Ledger<CarbonStatement>
        label={t('trace.statements', { at: toldSpan(found) })}
        rows={found.members}
        rowKey={(row) => row.member_id}
        columns={[
          {
            key: 'member', head: t('cut.member'), isName: true,
            cell: (row) => <button type="button" className="as-link" onClick={() => { set({ member: row.member_id }) }}>{say(row.member)}</button>,
          },
          ...PARTS.map((part) => ({
            key: part, head: first ? say(first[part].label) : part, unit: scale.unit, isNumber: true,
            cell: (row: CarbonStatement) => <Figure of={row[part]} scale={scale} />,
          })),
          { key: 'sent', head: first ? say(first.sent_out.label) : '', unit: scale.unit, isNumber: true, cell: (row: CarbonStatement) => <Figure of={row.sent_out} scale={scale} /> },
        ]}
      />
    </Panel>
    </>
  )
}
