/** A member's carbon statement of a month: printable, and every figure of it opens. */
import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Figure } from '../parts/Figure'
import { Panel } from '../parts/Page'
import { Pick } from '../parts/Pick'
import { Answer, Empty } from '../parts/states'
import { walk } from '../shell/Chooser'
import { useText } from '../shell/lang'
import { useStatement, type MonthlyCarbon } from './ask'
import { Agrees } from './Agrees'
import { HowBar } from './HowBar'
import { Joint } from './Joint'
import { Nothing } from './Nothing'
import { Objection } from './Objection'
import { SpanBar } from './SpanBar'
import { TracePage } from './TracePage'
import { TransferRows } from './TransferRows'
import { useTrace } from './view'

export function StatementPage() {
  const { t } = useText()
  const { member, park } = useTrace()
  if (park.years.length === 0) return <TracePage title={t('trace.tab.statement')}><Nothing /></TracePage>
  if (member === undefined) return <TracePage title={t('trace.tab.statement')} side={<MemberPick />}><Empty title={t('trace.choose_member')}><p>{t('trace.choose_why')}</p></Empty></TracePage>
  return <Of member={member} />
}

function MemberPick() {
  const { t, say } = useText()
  const { park, member, set } = useTrace()
  const members = walk(park.tree).filter((each) => each.member.kind === 'enterprise')
  return (
    <Pick
      label={t('cut.member')} value={member ?? ''}
      options={[{ value: '', label: t('trace.choose_member') }, ...members.map((each) => ({ value: each.member.member_id, label: say(each.member.name) }))]}
      onPick={(next) => { set({ member: next === '' ? undefined : next }) }}
    />
  )
}

function Of({ member }: { member: string }) {
  const { t, say } = useText()
  const { ofOne, at, year } = useTrace()
  const month = at.length >= 7 ? at.slice(0, 7) : ''
  const found = useStatement(ofOne, member, month, year)
  return (
    <TracePage
      title={found.data ? t('trace.statement_of', { name: say(found.data.member), month: found.data.at }) : t('trace.tab.statement')}
      side={(
        <>
          <MemberPick /><HowBar hasLevel={false} />
          <Button icon={<PrinterOutlined />} onClick={() => { window.print() }}>{t('trace.print')}</Button>
        </>
      )}
      answer={found.data && <>{t('trace.statement_answer')} <Figure of={found.data.statement.own} showUnit /></>}
    >
      <Answer of={found}>{(data) => <Body found={data} isWaiting={found.isPlaceholderData} />}</Answer>
    </TracePage>
  )
}

function Body({ found, isWaiting }: { found: MonthlyCarbon; isWaiting: boolean }) {
  const { t, say } = useText()
  const { statement } = found
  const rows = [
    [statement.direct, ''], [statement.bought, '+'], [statement.received, '+'], [statement.given, '−'], [statement.own, '='],
  ] as const
  return (
    <>
      <div className="no-print"><SpanBar shown={found} isWaiting={isWaiting} kinds={['month']} /></div>
      <p className="faint">{t('trace.number')} <code>{found.number}</code></p>
      <div className="two">
        <Panel title={t('trace.sum')} note={t('trace.sum_note')}>
          {rows.map(([figure, sign]) => (
            <div className="list-row" key={figure.key}><span>{sign} {say(figure.label)}</span><Figure of={figure} showUnit /></div>
          ))}
          {statement.sent_out.value !== 0 && (
            <div className="list-row"><span>{say(statement.sent_out.label)}</span><Figure of={statement.sent_out} showUnit /></div>
          )}
        </Panel>
        <Panel title={t('trace.books')} note={t('trace.books_note')}>
          {[statement.booked, statement.eliminated].map((figure) => (
            <div className="list-row" key={figure.key}><span>{say(figure.label)}</span><Figure of={figure} showUnit /></div>
          ))}
        </Panel>
      </div>
      <Panel title={t('trace.emitted')}>
        {found.emitted.length === 0 && <p className="faint">{t('trace.no_rows')}</p>}
        {found.emitted.map((each) => (
          <div className="list-row" key={each.carrier_id}><span>{say(each.carrier)}</span><Figure of={each.carbon} showUnit /></div>
        ))}
      </Panel>
      <Panel title={t('trace.purchased')}><TransferRows rows={found.purchased} side="start" hasHow /></Panel>
      <Panel title={t('trace.received')} note={t('trace.received_note')}><TransferRows rows={found.received} side="start" hasHow /></Panel>
      <Panel title={t('trace.passed_on')}><TransferRows rows={[...found.passed_on, ...found.sent]} side="end" hasHow /></Panel>
      <Agrees found={found} />
      <Joint />
      <Objection found={found} />
    </>
  )
}
