/** All exact solutions lie on a line: each slope by the position on it, as the server gives it. */
import type { EChartsCoreOption } from 'echarts/core'
import type { Text } from '../api/client'
import type { Drawn } from '../parts/ChartCard'
import { base, valueAxis } from '../parts/chartbase'
import type { Ink } from '../shell/theme'
import type { Regression } from './ask'

const COLOURS = ['#d07a2d', '#3f7fbf', '#7d6bb0', '#5b8f9e', '#6b7780']
const DASHES = ['solid', 'dashed', 'dotted'] as const

export function exactLine(line: NonNullable<Regression['line']>, axis: string, say: (text: Text) => string, ink: Ink): { option: EChartsCoreOption; drawn: Drawn } {
  const { at, slopes } = line
  return {
    option: {
      ...base(ink),
      xAxis: {
        ...valueAxis(ink), min: at[0], max: at.at(-1), splitNumber: 4, axisLine: { lineStyle: { color: ink.line }, onZero: true },
        name: axis, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: ink.faint },
      },
      grid: { ...base(ink).grid, top: 44, bottom: 20 },
      yAxis: valueAxis(ink),
      series: slopes.map((driver, n) => ({
        type: 'line', name: say(driver.label), showSymbol: false, lineStyle: { width: 2, type: DASHES[n % DASHES.length] },
        itemStyle: { color: COLOURS[n % COLOURS.length] },
        data: at.map((step, place) => [step, driver.slope[place]]),
        ...(n === 0
          ? { markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: ink.faint, type: 'dotted' }, data: [{ xAxis: 0 }] } }
          : {}),
      })),
    },
    drawn: {
      head: [axis, ...slopes.map((driver) => say(driver.label))],
      rows: at.map((step, place) => [String(step), ...slopes.map((driver) => driver.slope[place] ?? null)]),
    },
  }
}
