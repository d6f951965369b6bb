/** Charts over the hours of a day: lines, bars, stacks; exactly what the API says. */
import type { EChartsCoreOption } from 'echarts/core'
import type { Drawn } from '../parts/ChartCard'
import { axisName, base, categoryAxis, valueAxis } from '../parts/chartbase'
import type { Ink } from '../shell/theme'

type Values = (number | null)[]

export interface Band {
  name: string
  unit: string
  values: Values
  colour: string
  kind: 'bar' | 'line'
  /** bands of one stack stand on each other */
  stack?: string
  isRight?: boolean
  isDashed?: boolean
}

/** 07:00 of an instant with its offset. */
export const clock = (hour: string): string => hour.slice(11, 16)

export function hoursOption(hours: string[], bands: Band[], ink: Ink): EChartsCoreOption {
  const left = bands.find((band) => !band.isRight)
  const right = bands.find((band) => band.isRight)
  return {
    ...base(ink),
    // names in one row that turns over, so that they never lie on the axis
    legend: { ...base(ink).legend, type: 'scroll', right: 0, pageTextStyle: { color: ink.faint }, pageIconColor: ink.text, pageIconInactiveColor: ink.line },
    xAxis: categoryAxis(hours, ink),
    yAxis: [
      valueAxis(ink, left?.unit === '1' ? { max: 1 } : axisName(left?.unit ?? '', 'left', ink)),
      ...(right ? [valueAxis(ink, { ...axisName(right.unit, 'right', ink), splitLine: { show: false }, position: 'right' })] : []),
    ],
    series: bands.map((band) => ({
      type: band.kind, name: band.name, data: band.values, yAxisIndex: band.isRight && right ? 1 : 0,
      ...(band.stack === undefined ? {} : { stack: band.stack }),
      itemStyle: { color: band.colour },
      ...(band.kind === 'line'
        ? { showSymbol: false, step: 'end', lineStyle: { width: 2, color: band.colour, type: band.isDashed ? 'dashed' : 'solid' } }
        : { barMaxWidth: 26 }),
    })),
  }
}

export const hoursDrawn = (head: string, hours: string[], bands: Band[]): Drawn => ({
  head: [head, ...bands.map((band) => `${band.name}${band.unit === '1' ? '' : ` (${band.unit})`}`)],
  rows: hours.map((hour, at) => [hour, ...bands.map((band) => band.values[at] ?? null)]),
})
