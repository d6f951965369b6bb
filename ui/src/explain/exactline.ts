/** All exact solutions lie on a line: each slope as a function of the position on it. */
import type { EChartsCoreOption } from 'echarts/core'
import type { Verdict } from '../api/client'
import type { Drawn } from '../parts/ChartCard'
import { base, valueAxis } from '../parts/chartbase'
import type { Ink } from '../shell/theme'

const SPAN = 2
const COLOURS = ['#d07a2d', '#3f7fbf', '#7d6bb0', '#5b8f9e', '#6b7780']

export function exactLine(verdict: Verdict, axis: string, nameOf: (code: string) => string, ink: Ink): { option: EChartsCoreOption; drawn: Drawn } | null {
  const { null_direction: direction, line_point: point } = verdict
  if (!direction || !point) return null
  const drivers = Object.keys(point).filter((name) => Math.abs(direction[name] ?? 0) > 1e-12)
  if (drivers.length === 0) return null
  const largest = Math.max(...drivers.map((name) => Math.abs(direction[name] ?? 0)))
  const steps = Array.from({ length: 9 }, (_, at) => ((at - 4) / 4) * SPAN)
  const slope = (name: string, step: number) => (point[name] ?? 0) + (step / largest) * (direction[name] ?? 0)
  return {
    option: {
      ...base(ink),
      xAxis: {
        ...valueAxis(ink), min: -SPAN, max: SPAN, splitNumber: 4, axisLine: { lineStyle: { color: ink.line }, onZero: true },
        name: axis, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: ink.faint },
      },
      grid: { ...base(ink).grid, top: 36, bottom: 20 },
      yAxis: valueAxis(ink),
      series: drivers.map((name, at) => ({
        type: 'line', name: nameOf(name), showSymbol: false, lineStyle: { width: 2, type: at % 2 ? 'dashed' : 'solid' },
        itemStyle: { color: COLOURS[at % COLOURS.length] },
        data: steps.map((step) => [step, slope(name, step)]),
        ...(at === 0
          ? { markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: ink.faint, type: 'dotted' }, data: [{ xAxis: 0 }] } }
          : {}),
      })),
    },
    drawn: {
      head: [axis, ...drivers.map(nameOf)],
      rows: steps.map((step) => [String(step), ...drivers.map((name) => slope(name, step))]),
    },
  }
}
