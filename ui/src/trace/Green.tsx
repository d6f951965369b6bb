/** Who owns which green power, hour by hour: each kWh once, what is over shown as such. */
import { ChartCard } from '../parts/ChartCard'
import { Figure } from '../parts/Figure'
import { digits } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { useGreen, type GreenLedger } from './ask'
import { DayPick, useDay } from './DayPick'
import { greenBands, OWNED } from './greenbands'
import { clock, hoursDrawn, hoursOption } from './hours'
import { HowBar } from './HowBar'
import { Nothing } from './Nothing'
import { TracePage } from './TracePage'
import { useTrace } from './view'

export function GreenPage() {
  const { t } = useText()
  const { ofOne, how, member, park } = useTrace()
  const day = useDay()
  const found = useGreen(member === undefined ? how : ofOne, day, member ?? '', park.years.length > 0)
  if (park.years.length === 0) return <TracePage title={t('trace.green')}><Nothing /></TracePage>
  return (
    <TracePage title={t('trace.green')} side={<HowBar />} answer={found.data && <Told found={found.data} />}>
      <DayPick />
      <Answer of={found}>{(data) => <Body found={data} />}</Answer>
    </TracePage>
  )
}

function Told({ found }: { found: GreenLedger }) {
  const { t } = useText()
  return (
    <>
      {t('trace.green_answer', { day: found.at })} <Figure of={found.sums.used} showUnit />
      {'; '}{t('trace.green_open')} <Figure of={found.sums.open} showUnit />
      {'; '}{t('trace.green_over')} <Figure of={found.over} showUnit />
    </>
  )
}

function Body({ found }: { found: GreenLedger }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const { set, member } = useTrace()
  const bands = greenBands(found, say)
  const name = say(found.members.find((each) => each.member_id === found.member_id)?.member)
  return (
    <>
      <ChartCard
        title={found.member_id === null ? t('trace.green_park') : t('trace.green_of', { name })}
        sub={t('trace.green_sub', { day: found.at })} height={320}
        option={hoursOption(found.hours.map(clock), bands, ink(isDark))} drawn={hoursDrawn(t('trace.hour'), found.hours, bands)}
      >
        <dl className="facts">
          {[...OWNED.map((kind) => found.sums[kind]), found.given, found.over].map((figure) => (
            <div key={figure.key}><dt>{say(figure.label)}</dt><dd><Figure of={figure} showUnit /></dd></div>
          ))}
        </dl>
        {found.notes.map((note) => <p className="faint" key={note.en}>{say(note)}</p>)}
        {found.spread !== null && found.spread > 0 && <p className="faint">{t('trace.spread_note')}</p>}
        {member !== undefined && <button type="button" className="as-link" onClick={() => { set({ member: undefined }) }}>{t('trace.all_members')}</button>}
      </ChartCard>
      <Panel title={t('trace.green_members')} note={found.left_out > 0 ? t('trace.left_out', { n: found.left_out }) : undefined}>
        <Ledger
          label={t('trace.green_members')} rows={found.members} rowKey={(row) => row.member_id}
          columns={[
            {
              key: 'member', head: t('cut.member'), isName: true,
              cell: (row) => <button type="button" className="as-link" onClick={() => { set({ member: row.member_id }) }}>{say(row.member)}</button>,
            },
            ...OWNED.map((kind) => ({
              key: kind, head: say(found.sums[kind].label), unit: 'MWh', isNumber: true,
              cell: (row: GreenLedger['members'][number]) => <Figure of={row[kind]} />,
            })),
          ]}
        />
      </Panel>
      {found.sources.length > 0 && (
        <Panel title={t('trace.green_sources')} note={t('trace.green_sources_note')}>
          <Ledger
            label={t('trace.green_sources')} rows={found.sources} rowKey={(row) => row.source}
            columns={[
              { key: 'source', head: t('trace.green_source'), isName: true, cell: (row) => say(row.name) },
              { key: 'given', head: say(found.given.label), unit: 'MWh', isNumber: true, cell: (row) => <span className="num">{digits(row.given)}</span> },
              { key: 'over', head: say(found.over.label), unit: 'MWh', isNumber: true, cell: (row) => <span className="num">{digits(row.over)}</span> },
            ]}
          />
        </Panel>
      )}
    </>
  )
}
