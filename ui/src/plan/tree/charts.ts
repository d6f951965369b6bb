/** Charts of a tree: scenarios as lines, one of them stacked, two of them as wedges. */
import type { EChartsCoreOption } from 'echarts/core'
import type { TFunction } from 'i18next'
import type { Text } from '../../api/client'
import type { Drawn } from '../../parts/ChartCard'
import { axisName, base, categoryAxis, valueAxis } from '../../parts/chartbase'
import { digits, largest, scaleOf } from '../../parts/format'
import { colourOf } from '../../parts/palette'
import type { Ink } from '../../shell/theme'
import type { Band, Tree, Wedges } from './ask'

export const LINES = ['#6b7780', '#c98a2b', '#0b8f88', '#7d6bb0', '#3f7fbf', '#b5544a']
const DRIVERS: Record<string, string> = {
  activity: '#8d9a4a', structure: '#7d6bb0', intensity: '#0b8f88',
  technology: '#c98a2b', fuel: '#9a5b3c', factor: '#3b7dc4',
}
const ROOM = { right: 28, top: 64 }

interface Made { option: EChartsCoreOption; drawn: Drawn; unit: string }
export interface Say { t: TFunction; say: (text: Text) => string; ink: Ink }

export function lines(tree: Tree, { t, say, ink }: Say): Made {
  const years = tree.years.map(String)
  const { factor, unit } = scaleOf('t CO2', largest(tree.scenarios.flatMap((each) => each.co2_t)), t)
  const drawn = tree.scenarios.map((each) => ({ each, name: say(each.label), values: each.co2_t.map((value) => value * factor) }))
  return {
    unit,
    drawn: {
      head: [t('term.year'), ...drawn.map((one) => `${one.name} (${unit})`)],
      rows: years.map((year, at) => [year, ...drawn.map((one) => one.values[at] ?? null)]),
    },
    option: {
      ...base(ink),
      grid: { ...base(ink).grid, ...ROOM },
      xAxis: categoryAxis(years, ink, { boundaryGap: false }),
      yAxis: valueAxis(ink, axisName(unit, 'left', ink)),
      series: drawn.map(({ each, name, values }, at) => ({
        type: 'line', name, symbol: 'circle', symbolSize: 5, showSymbol: false, lineStyle: { width: 2.5 },
        itemStyle: { color: LINES[at % LINES.length] },
        data: values.map((value, place) => ({ value, key: each.keys[place] })),
        ...(each.peak.year === null ? {} : {
          markPoint: {
            silent: false, symbol: 'circle', symbolSize: 11,
            label: { position: at % 2 === 0 ? 'top' : 'bottom', color: ink.text, fontSize: 12, formatter: (event: { value: string }) => event.value },
            data: [{
              name, key: each.peak.highest.key, value: t('plan.peak_at', { year: each.peak.year, value: digits((each.peak.highest.value ?? 0) * factor) }),
              coord: [String(each.peak.highest_year), (each.peak.highest.value ?? 0) * factor],
            }],
          },
        }),
      })),
    },
  }
}

export function stacked(years: number[], bands: Band[], raw: string, { t, say, ink }: Say): Made {
  const names = years.map(String)
  const whole = years.map((_, at) => bands.reduce((sum, band) => sum + Math.abs(band.values[at] ?? 0), 0))
  const { factor, unit } = scaleOf(raw, largest(whole), t)
  return {
    unit,
    drawn: {
      head: [t('term.year'), ...bands.map((band) => `${say(band.label)} (${unit})`)],
      rows: names.map((year, at) => [year, ...bands.map((band) => (band.values[at] ?? 0) * factor)]),
    },
    option: {
      ...base(ink),
      grid: { ...base(ink).grid, ...ROOM },
      xAxis: categoryAxis(names, ink, { boundaryGap: false }),
      yAxis: valueAxis(ink, axisName(unit, 'left', ink)),
      series: bands.map((band) => ({
        type: 'line', stack: 'all', name: say(band.label), showSymbol: false, lineStyle: { width: 1 },
        areaStyle: { opacity: 0.75 }, itemStyle: { color: colourOf(band.code) }, data: band.values.map((value) => value * factor),
      })),
    },
  }
}

export function wedges(found: Wedges, { t, say, ink }: Say): Made {
  const years = found.years.map(String)
  const { factor, unit } = scaleOf('t CO2', largest(found.total.values), t)
  const moved = found.by_driver.filter((band) => largest(band.values) > 0)
  const total = t('tree.difference')
  return {
    unit,
    drawn: {
      head: [t('term.year'), ...moved.map((band) => `${say(band.label)} (${unit})`), `${total} (${unit})`],
      rows: years.map((year, at) => [year, ...moved.map((band) => (band.values[at] ?? 0) * factor), (found.total.values[at] ?? 0) * factor]),
    },
    option: {
      ...base(ink),
      grid: { ...base(ink).grid, ...ROOM },
      xAxis: categoryAxis(years, ink),
      yAxis: valueAxis(ink, axisName(unit, 'left', ink)),
      series: [
        ...moved.map((band) => ({
          type: 'bar', stack: 'wedge', name: say(band.label), barCategoryGap: '8%',
          itemStyle: { color: DRIVERS[band.code] ?? colourOf(band.code) }, data: band.values.map((value) => value * factor),
        })),
        {
          type: 'line', name: total, showSymbol: false, lineStyle: { width: 2.5, color: ink.text }, itemStyle: { color: ink.text },
          data: found.total.values.map((value) => value * factor), z: 5,
        },
      ],
    },
  }
}
