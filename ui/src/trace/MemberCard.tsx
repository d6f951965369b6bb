/** A member's card: from whom, to whom, how much, how clean, when. */
import { Link } from 'react-router'
import { ChartCard } from '../parts/ChartCard'
import { Figure } from '../parts/Figure'
import { pretty } from '../parts/format'
import { Panel } from '../parts/Page'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { useMember, useMemberDay, type MemberCarbon, type MemberDay } from './ask'
import { DayPick, useDay } from './DayPick'
import { HowBar } from './HowBar'
import { clock, hoursDrawn, hoursOption, type Band } from './hours'
import { dayBands, intensityBands, monthBands } from './memberbands'
import { PARTS } from './Members'
import { TracePage } from './TracePage'
import { TransferRows } from './TransferRows'
import { useTrace } from './view'

export function MemberCard({ member }: { member: string }) {
  const { t, say } = useText()
  const { ofOne, year, set } = useTrace()
  const found = useMember(ofOne, member, year)
  return (
    <TracePage
      title={found.data ? say(found.data.member) : t('trace.members')} side={<HowBar hasLevel={false} />}
      answer={found.data && (
        <>
          {t('trace.card_answer', { year })} <Figure of={found.data.statement.own} showUnit />
          {'; '}<button type="button" className="as-link" onClick={() => { set({ member: undefined }) }}>{t('trace.all_members')}</button>
        </>
      )}
    >
      <Answer of={found}>{(data) => <Year found={data} />}</Answer>
    </TracePage>
  )
}

function Year({ found }: { found: MemberCarbon }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const { link } = useTrace()
  const bands = monthBands(found, say)
  const months = found.months.map((each) => each.month)
  return (
    <>
      <Panel title={t('trace.card_parts', { year: found.year })} note={found.notes.map((note) => say(note)).join(' ')}>
        <dl className="facts">
          {[...PARTS, 'sent_out' as const].map((part) => (
            <div key={part}><dt>{say(found.statement[part].label)}</dt><dd><Figure of={found.statement[part]} showUnit /></dd></div>
          ))}
        </dl>
        <p><Link to={link('/trace/statement')}>{t('trace.tab.statement')}</Link></p>
      </Panel>
      <div className="two">
        <Panel title={t('trace.from_whom')} note={t('trace.from_note')}><TransferRows rows={found.received} side="start" /></Panel>
        <Panel title={t('trace.to_whom')} note={t('trace.to_note')}><TransferRows rows={found.passed_on} side="end" /></Panel>
      </div>
      <ChartCard
        title={t('trace.months_of', { name: say(found.member) })} sub={`${String(found.year)}, ${pretty(found.statement.own.unit)}`}
        option={hoursOption(months, bands, ink(isDark))} drawn={hoursDrawn(t('trace.month'), months, bands)}
      />
      <Hours />
    </>
  )
}

function Hours() {
  const { ofOne, member } = useTrace()
  const day = useDay()
  const found = useMemberDay(ofOne, member ?? '', day)
  return <Answer of={found}>{(data) => <Day found={data} />}</Answer>
}

function Day({ found }: { found: MemberDay }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const hours = found.hours.map(clock)
  const card = (title: string, bands: Band[], sub: string) => (
    <ChartCard title={title} sub={sub} option={hoursOption(hours, bands, ink(isDark))} drawn={hoursDrawn(t('trace.hour'), found.hours, bands)} />
  )
  const clean = intensityBands(found, say)
  return (
    <>
      <Panel title={t('trace.when', { day: found.at })}>
        <DayPick />
        <dl className="facts">
          {PARTS.map((part) => (
            <div key={part}><dt>{say(found.statement[part].label)}</dt><dd><Figure of={found.statement[part]} showUnit /></dd></div>
          ))}
        </dl>
        {found.spread !== null && found.spread > 0 && <p className="faint">{t('trace.spread_note')}</p>}
      </Panel>
      <div className="two">
        {card(t('trace.hours_carbon', { name: say(found.member) }), dayBands(found, say), t('trace.hours_sub', { day: found.at }))}
        {clean.length > 0 && card(t('trace.hours_got', { name: say(found.member) }), clean, t('trace.hours_sub', { day: found.at }))}
      </div>
    </>
  )
}
