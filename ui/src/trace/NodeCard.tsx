/** One node over the hours of a day: how clean, how much, from which sources. */
import { ChartCard } from '../parts/ChartCard'
import { Figure } from '../parts/Figure'
import { pretty, type Scale } from '../parts/format'
import { colourOf } from '../parts/palette'
import { Panel } from '../parts/Page'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { useNode, type CarbonNode } from './ask'
import { DayPick, useDay } from './DayPick'
import { clock, hoursDrawn, hoursOption, type Band } from './hours'
import { useTrace } from './view'

const PERCENT: Scale = { factor: 100, unit: '%' }
const SOURCES: Record<string, string> = { outside: '#3b7dc4', own: '#8a9491', storage: '#7d6bb0', chp: '#5f6a72' }

export function NodeCard({ node, carrier }: { node: string; carrier: string }) {
  const { how } = useTrace()
  const day = useDay()
  const found = useNode(how, node, carrier, day)
  return <Answer of={found}>{(data) => <Day found={data} />}</Answer>
}

function Day({ found }: { found: CarbonNode }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const hours = found.hours.map(clock)
  const clean: Band[] = [
    { name: t('trace.through'), unit: pretty(found.through.unit), values: found.by_hour.through, colour: '#9fb0ad', kind: 'bar' },
    { name: t('trace.intensity'), unit: pretty(found.intensity.unit), values: found.by_hour.intensity, colour: ink(isDark).accent, kind: 'line', isRight: true },
  ]
  const shares: Band[] = found.sources.map((each) => ({
    name: say(each.name), unit: '1', values: each.by_hour, colour: SOURCES[each.source] ?? colourOf(each.source), kind: 'bar', stack: 'all',
  }))
  const name = say(found.name)
  return (
    <>
      <Panel title={t('trace.node_of', { name, carrier: say(found.carrier), day: found.at })}>
        <DayPick />
        <dl className="facts">
          <div><dt>{say(found.intensity.label)}</dt><dd><Figure of={found.intensity} showUnit /></dd></div>
          <div><dt>{say(found.through.label)}</dt><dd><Figure of={found.through} showUnit /></dd></div>
          {found.sources.map((each) => (
            <div key={each.source}><dt>{t('trace.share_of', { name: say(each.name) })}</dt><dd><Figure of={each.share} scale={PERCENT} showUnit /></dd></div>
          ))}
        </dl>
      </Panel>
      <div className="two">
        <ChartCard
          title={t('trace.hours_clean', { name })} sub={t('trace.hours_sub', { day: found.at })}
          option={hoursOption(hours, clean, ink(isDark))} drawn={hoursDrawn(t('trace.hour'), found.hours, clean)}
        />
        <ChartCard
          title={t('trace.hours_sources', { name })} sub={t('trace.hours_sub', { day: found.at })}
          option={hoursOption(hours, shares, ink(isDark))} drawn={hoursDrawn(t('trace.hour'), found.hours, shares)}
        />
      </div>
    </>
  )
}
