/** Slopes along the penalty k, with the k that each selector takes. */
import type { TFunction } from 'i18next'
import type { EChartsCoreOption } from 'echarts/core'
import type { Text } from '../api/client'
import type { Drawn } from '../parts/ChartCard'
import { base, valueAxis } from '../parts/chartbase'
import { digits } from '../parts/format'
import type { Ink } from '../shell/theme'
import type { Regression } from './ask'

const COLOURS = ['#d07a2d', '#3f7fbf', '#7d6bb0', '#4e9a86', '#c2566b', '#9a5b3c', '#6b7780', '#8d9a4a']
const DASHES = ['solid', 'dashed', 'dotted'] as const
export const SHORT: Record<string, string> = { hkb: 'HKB', lw: 'L-W', gcv: 'GCV', loocv: 'LOOCV', trace: 'VIF < 10' }

interface Mark {
  name: string
  k: number
  isChosen: boolean
}

/** The selectors by their k, and the k that was taken where none of them chose it. */
export function marks(found: Regression, given: string): Mark[] {
  const said = found.selectors
    .filter((each) => each.k !== null && each.k > 0)
    .map((each) => ({ name: SHORT[each.code] ?? each.code, k: each.k ?? 0, isChosen: each.is_chosen }))
  const isGiven = found.method === 'ridge' && found.k !== null && found.k > 0 && !said.some((each) => each.isChosen)
  return (isGiven ? [...said, { name: given, k: found.k ?? 0, isChosen: true }] : said).sort((one, two) => one.k - two.k)
}

export function ridgeTrace(found: Regression, t: TFunction, say: (text: Text) => string, ink: Ink): { option: EChartsCoreOption; drawn: Drawn } | null {
  const { trace } = found
  if (!trace) return null
  const nameOf = (code: string) => { const driver = found.drivers.find((each) => each.code === code); return driver ? say(driver.label) : code }
  const tick = (value: number) => (value >= 0.001 && value < 10_000 ? digits(value, 1) : value.toExponential(0).replace('-', '−'))
  const lines = marks(found, t('regression.given')).map((mark, at) => ({
    xAxis: mark.k,
    label: { show: true, formatter: `${mark.isChosen ? '● ' : ''}${mark.name}`, color: mark.isChosen ? ink.text : ink.faint, fontWeight: mark.isChosen ? 700 : 400, distance: [0, 4 + (at % 4) * 14] },
    lineStyle: { color: mark.isChosen ? ink.text : ink.faint, type: mark.isChosen ? 'solid' : 'dashed', width: mark.isChosen ? 2 : 1 },
  }))
  return {
    option: {
      ...base(ink),
      grid: { ...base(ink).grid, top: 124, bottom: 24, right: 20 },
      xAxis: {
        ...valueAxis(ink), type: 'log', min: trace.k[0], max: trace.k.at(-1), splitLine: { show: false }, axisLabel: { color: ink.faint, hideOverlap: true, formatter: tick },
        name: t('regression.k_axis'), nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: ink.faint },
      },
      yAxis: valueAxis(ink),
      series: trace.slopes.map((driver, n) => ({
        type: 'line', name: nameOf(driver.code), showSymbol: false, lineStyle: { width: 2, type: DASHES[n % DASHES.length] },
        itemStyle: { color: COLOURS[n % COLOURS.length] },
        data: trace.k.map((k, at) => [k, driver.scaled[at]]),
        ...(n === 0 ? { markLine: { silent: true, symbol: 'none', animation: false, data: lines } } : {}),
      })),
    },
    drawn: {
      head: ['k', ...trace.slopes.map((driver) => nameOf(driver.code)), t('regression.worst_vif'), t('regression.edf')],
      rows: trace.k.map((k, at) => [String(k), ...trace.slopes.map((driver) => driver.scaled[at] ?? null), trace.worst_vif[at] ?? null, trace.edf[at] ?? null]),
    },
  }
}
