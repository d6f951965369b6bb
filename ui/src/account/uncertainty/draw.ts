/** Bars of shares and of a histogram: laid out here, computed by the server. */
import type { EChartsCoreOption } from 'echarts/core'
import { base, categoryAxis, valueAxis } from '../../parts/chartbase'
import { digits, percent, type Scale } from '../../parts/format'
import type { Cell } from '../../parts/csv'
import type { Ink } from '../../shell/theme'
import type { Drawn } from './ask'

const MOST = 10
const COLOUR = '#0b7a75'
const OUTSIDE = '#d9a441'

export interface Part {
  name: string
  share: number
}

/** The largest by themselves, the others as one bar. */
export function largestFirst(parts: Part[], rest: Part): Part[] {
  if (parts.length <= MOST && rest.share === 0) return parts
  const others = parts.slice(MOST - 1).reduce((sum, part) => sum + part.share, rest.share)
  return [...parts.slice(0, MOST - 1), { name: rest.name, share: others }]
}

export function shares(parts: Part[], rest: Part, axis: string, ink: Ink): { option: EChartsCoreOption; height: number } {
  const rows = largestFirst(parts, rest).reverse()
  const quiet = base(ink)
  const option = {
    ...quiet,
    legend: { show: false },
    grid: { ...quiet.grid, top: 8, right: 56 },
    tooltip: {
      ...quiet.tooltip,
      formatter: (event: { dataIndex: number }[]) => {
        const row = rows[event[0]?.dataIndex ?? 0]
        return row ? `${row.name}  ${percent(row.share)}` : ''
      },
    },
    xAxis: valueAxis(ink, { max: 1, splitNumber: 2, axisLabel: { color: ink.faint, hideOverlap: true, formatter: (value: number) => `${String(Math.round(value * 100))} %` } }),
    yAxis: categoryAxis(rows.map((row) => row.name), ink, {
      axisLabel: { color: ink.text, interval: 0, width: 150, overflow: 'break', fontSize: 12 },
    }),
    series: [{
      type: 'bar', name: axis, barCategoryGap: '32%', itemStyle: { color: COLOUR },
      label: { show: true, position: 'right', color: ink.text, formatter: (event: { dataIndex: number }) => percent(rows[event.dataIndex]?.share) },
      data: rows.map((row) => row.share),
    }],
  }
  return { option, height: 60 + 44 * rows.length }
}

export function histogram(drawn: Drawn, scale: Scale, axis: string, ink: Ink): { option: EChartsCoreOption; rows: Cell[][] } {
  const rows = drawn.counts.map((count, at): [number, number, number] => {
    const low = drawn.edges[at] ?? 0
    const high = drawn.edges[at + 1] ?? low
    return [low * scale.factor, high * scale.factor, count]
  })
  const quiet = base(ink)
  const isInside = (row: [number, number, number]) =>
    row[1] > drawn.lower * scale.factor && row[0] < drawn.upper * scale.factor
  const option = {
    ...quiet,
    legend: { show: false },
    grid: { ...quiet.grid, top: 16 },
    tooltip: {
      ...quiet.tooltip,
      formatter: (event: { dataIndex: number }[]) => {
        const row = rows[event[0]?.dataIndex ?? 0]
        return row ? `${digits(row[0])} – ${digits(row[1])} ${scale.unit}  ${digits(row[2])}` : ''
      },
    },
    xAxis: categoryAxis(rows.map((row) => digits((row[0] + row[1]) / 2)), ink, { axisLabel: { color: ink.faint, interval: 'auto', hideOverlap: true } }),
    yAxis: valueAxis(ink),
    series: [{
      type: 'bar', name: axis, barCategoryGap: '4%',
      data: rows.map((row) => ({ value: row[2], itemStyle: { color: isInside(row) ? COLOUR : OUTSIDE } })),
    }],
  }
  return { option, rows }
}
