/** History, scenarios, the band of the chosen one, its peak and its targets. */
import type { TFunction } from 'i18next'
import type { EChartsCoreOption } from 'echarts/core'
import type { Pathway, Scenario, Series, Text } from '../api/client'
import type { Drawn } from '../parts/ChartCard'
import { axisName, base, categoryAxis, valueAxis } from '../parts/chartbase'
import { digits, largest, scaleOf } from '../parts/format'
import type { Ink } from '../shell/theme'

const LINES = ['#6b7780', '#c98a2b', '#0b8f88', '#7d6bb0', '#3f7fbf', '#b5544a']
const MASS = /^t( CO2e?)?$/

interface Fan {
  title: string
  sub: string
  option: EChartsCoreOption
  drawn: Drawn
}

function band(chosen: Scenario, years: number[], factor: number, colour: string) {
  const at = (year: number) => chosen.points.find((point) => point.year === year)
  const low = (year: number) => at(year)?.low_t ?? null
  const high = (year: number) => at(year)?.high_t ?? null
  if (!chosen.points.some((point) => point.low_t !== null && point.high_t !== null)) return []
  const line = { type: 'line', stack: 'band', silent: true, showSymbol: false, lineStyle: { opacity: 0 }, tooltip: { show: false } }
  return [
    { ...line, name: '_low', data: years.map((year) => { const value = low(year); return value === null ? null : value * factor }) },
    {
      ...line, name: '_band', areaStyle: { color: colour, opacity: 0.16 },
      data: years.map((year) => {
        const [from, to] = [low(year), high(year)]
        return from === null || to === null ? null : (to - from) * factor
      }),
    },
  ]
}

function marks(chosen: Scenario, factor: number, t: TFunction, say: (text: Text) => string, ink: Ink) {
  const peak = chosen.peak_year !== null && typeof chosen.peak_co2?.value === 'number'
    ? [{
        name: t('plan.peak'), coord: [String(chosen.peak_year), chosen.peak_co2.value * factor], key: chosen.peak_co2.key,
        value: t('plan.peak_at', { year: chosen.peak_year, value: digits(chosen.peak_co2.value * factor) }),
        symbol: 'circle', symbolSize: 11, itemStyle: { color: ink.accent }, label: { position: 'top', color: ink.text, fontWeight: 600 },
      }]
    : []
  const targets = chosen.targets.filter((target) => MASS.test(target.unit)).map((target) => ({
    name: say(target.label), coord: [String(target.year), target.limit * factor], value: say(target.label),
    symbol: 'triangle', symbolRotate: 180, symbolSize: 11, itemStyle: { color: target.is_met === false ? '#c0453b' : ink.primary },
    label: { position: 'bottom', color: ink.faint, fontSize: 12 },
  }))
  return { silent: false, data: [...peak, ...targets], label: { formatter: (event: { value: string }) => event.value } }
}

export function fan(
  pathway: Pathway, chosen: Scenario, series: Series | undefined, t: TFunction, say: (text: Text) => string, ink: Ink,
): Fan {
  const history = (series?.rows ?? []).filter((row) => typeof row.co2?.value === 'number')
  const years = [...new Set([
    ...history.map((row) => row.year),
    ...pathway.scenarios.flatMap((scenario) => scenario.points.map((point) => point.year)),
  ])].sort((one, two) => one - two)
  const top = largest([
    ...history.map((row) => row.co2?.value),
    ...pathway.scenarios.flatMap((scenario) => scenario.points.map((point) => point.co2_t)),
  ])
  const { factor, unit } = scaleOf('t CO2', top, t)
  const past = years.map((year) => history.find((row) => row.year === year)?.co2 ?? null)
  const future = pathway.scenarios.map((scenario, at) => ({
    scenario, colour: LINES[at % LINES.length] ?? '#6b7780',
    values: years.map((year) => { const point = scenario.points.find((each) => each.year === year); return point ? point.co2_t * factor : null }),
  }))
  const own = future.find((each) => each.scenario === chosen)
  const name = say(chosen.label)
  const title = chosen.peak_year !== null && chosen.is_peak_inside
    ? t('plan.finding_peak', { name, year: chosen.peak_year, value: digits((chosen.peak_co2?.value ?? 0) * factor), unit })
    : t('plan.finding_none', { name })
  const period = `${String(years[0])}–${String(years.at(-1))}`
  return {
    title,
    sub: t('plan.sub', { unit, period, base: pathway.base_year }),
    drawn: {
      head: [t('term.year'), `${t('plan.history')} (${unit})`, ...future.map((each) => `${say(each.scenario.label)} (${unit})`)],
      rows: years.map((year, at) => {
        const value = past[at]?.value
        return [String(year), typeof value === 'number' ? value * factor : null, ...future.map((each) => each.values[at] ?? null)]
      }),
    },
    option: {
      ...base(ink),
      legend: { ...base(ink).legend, data: [t('plan.history'), ...future.map((each) => say(each.scenario.label))] },
      xAxis: categoryAxis(years.map(String), ink, { boundaryGap: false }),
      yAxis: valueAxis(ink, axisName(unit, 'left', ink)),
      grid: { ...base(ink).grid, right: 28, top: 64 },
      series: [
        ...band(chosen, years, factor, own?.colour ?? ink.primary),
        {
          type: 'line', name: t('plan.history'), symbol: 'circle', symbolSize: 7, itemStyle: { color: ink.text }, lineStyle: { width: 2.5, color: ink.text },
          data: past.map((figure) => ({ value: typeof figure?.value === 'number' ? figure.value * factor : null, key: figure?.key })),
        },
        ...future.map((each) => ({
          type: 'line', name: say(each.scenario.label), data: each.values, showSymbol: false, z: each === own ? 4 : 2,
          itemStyle: { color: each.colour }, lineStyle: { width: each === own ? 3 : 1.5, type: each === own ? 'solid' : 'dashed' },
          ...(each === own ? { markPoint: marks(chosen, factor, t, say, ink) } : {}),
        })),
      ],
    },
  }
}
