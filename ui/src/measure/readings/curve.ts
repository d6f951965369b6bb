/** A load curve: the mean, the band it moved in, the year before, what is missing or flagged. */
import type { TFunction } from 'i18next'
import type { EChartsCoreOption } from 'echarts/core'
import type { Text } from '../../api/client'
import type { Drawn } from '../../parts/ChartCard'
import { axisName, base, categoryAxis, valueAxis } from '../../parts/chartbase'
import { digits, pretty } from '../../parts/format'
import type { Ink } from '../../shell/theme'
import type { LoadCurve } from './ask'
import { readyParts } from './parts'

type Values = (number | null)[]
type Say = (text: Text | null | undefined) => string

const BEFORE = '#8a7fb5'
const FACTOR = '#d07a2d'
const STEPS = { native: 'readings.step.native', hour: 'readings.step.hour', day: 'readings.step.day' } as const

/** An instant as the axis writes it: the offset stands in the heading. */
export const stamp = (start: string, step: LoadCurve['step']): string =>
  step === 'day' ? start.slice(0, 10) : `${start.slice(5, 10)} ${start.slice(11, 16)}`

const band = (low: Values, high: Values, colour: string) => {
  const line = { type: 'line', stack: 'band', silent: true, showSymbol: false, lineStyle: { opacity: 0 }, tooltip: { show: false } }
  return [
    { ...line, name: '_low', data: low },
    { ...line, name: '_band', areaStyle: { color: colour, opacity: 0.2 }, data: high.map((top, at) => (top === null ? null : top - (low[at] ?? top))) },
  ]
}

function marks(curve: LoadCurve, name: string, ink: Ink) {
  const data = curve.points.marks.map(({ at }) => [at, curve.points.mean[at] ?? 0])
  return { type: 'scatter', name, data, symbol: 'diamond', symbolSize: 8, itemStyle: { color: ink.accent } }
}

function gaps(curve: LoadCurve, name: string, ink: Ink) {
  return {
    type: 'bar', name, yAxisIndex: 1, barWidth: '100%', barCategoryGap: 0, silent: true, tooltip: { show: false },
    itemStyle: { color: ink.accent, opacity: 0.14 },
    data: curve.points.missing.map((count) => (count > 0 ? 1 : null)),
  }
}

interface Tip { dataIndex?: number }

/** What a point says: its value and band, the year before, what is missing, which flags. */
function told(curve: LoadCurve, t: TFunction, say: Say) {
  const { points, before, factor } = curve
  const unit = pretty(curve.unit)
  return (event: unknown): string => {
    const at = (Array.isArray(event) ? (event as Tip[])[0]?.dataIndex : (event as Tip).dataIndex) ?? 0
    const mark = points.marks.find((each) => each.at === at)
    const lines = [
      `${(points.start[at] ?? '').replace('T', ' ')}`,
      `${t('readings.mean')}  ${digits(points.mean[at])} ${unit}`,
      points.low[at] === points.high[at] ? '' : `${t('readings.band')}  ${digits(points.low[at])} … ${digits(points.high[at])} ${unit}`,
      before ? `${t('readings.before')}  ${digits(before.mean[at])} ${unit}` : '',
      factor ? `${say(factor.label)}  ${digits(factor.values[at])} ${pretty(factor.unit)}` : '',
      (points.missing[at] ?? 0) > 0 ? t('readings.n_missing', { n: points.missing[at] }) : '',
      mark ? `${t('readings.n_flagged', { n: mark.count })}: ${mark.flags.map((flag) => say(curve.flags[flag])).join(', ')}` : '',
    ]
    return lines.filter((line) => line !== '').join('\n')
  }
}

export function curveOption(curve: LoadCurve, t: TFunction, say: Say, ink: Ink): EChartsCoreOption {
  readyParts()
  const { points, before, factor } = curve
  const names = points.start.map((start) => stamp(start, curve.step))
  const isBanded = curve.step !== 'native'
  const line = { type: 'line', showSymbol: names.length < 3, symbolSize: 5, lineStyle: { width: 1.6 }, connectNulls: false }
  return {
    ...base(ink),
    tooltip: { ...base(ink).tooltip, formatter: told(curve, t, say) },
    grid: { ...base(ink).grid, top: 62, bottom: 54 },
    xAxis: { ...categoryAxis(names, ink), boundaryGap: true, axisLabel: { color: ink.faint, interval: 'auto', hideOverlap: true } },
    yAxis: [
      valueAxis(ink, axisName(pretty(curve.unit), 'left', ink)),
      { type: 'value', show: false, min: 0, max: 1 },
      ...(factor ? [valueAxis(ink, { ...axisName(pretty(factor.unit), 'right', ink), splitLine: { show: false }, position: 'right' })] : []),
    ],
    dataZoom: [
      { type: 'slider', height: 22, bottom: 6, brushSelect: true, showDataShadow: false, textStyle: { color: ink.faint }, borderColor: ink.line },
      { type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false },
    ],
    series: [
      ...(isBanded ? band(points.low, points.high, ink.primary) : []),
      ...(before ? [{ ...line, name: t('readings.before'), data: before.mean, color: BEFORE, lineStyle: { width: 1.2, type: 'dashed' } }] : []),
      { ...line, name: t('readings.mean'), data: points.mean, color: ink.primary },
      ...(factor ? [{ ...line, name: say(factor.label), yAxisIndex: 2, data: factor.values, color: FACTOR, step: 'end', lineStyle: { width: 1.2 } }] : []),
      ...(points.missing.some((count) => count > 0) ? [gaps(curve, t('readings.missing'), ink)] : []),
      ...(points.marks.length > 0 ? [marks(curve, t('readings.flagged'), ink)] : []),
    ],
    legend: {
      ...base(ink).legend,
      data: [
        t('readings.mean'),
        ...(before ? [t('readings.before')] : []),
        ...(factor ? [say(factor.label)] : []),
        ...(points.missing.some((count) => count > 0) ? [t('readings.missing')] : []),
        ...(points.marks.length > 0 ? [t('readings.flagged')] : []),
      ],
    },
  }
}

/** Exactly what is drawn, as a table. */
export function curveDrawn(curve: LoadCurve, t: TFunction, say: Say): Drawn {
  const { points, before, factor } = curve
  const unit = pretty(curve.unit)
  const flags = new Map(points.marks.map((mark) => [mark.at, mark.flags.map((flag) => say(curve.flags[flag])).join('; ')]))
  return {
    head: [
      t('readings.start'), `${t('readings.mean')} (${unit})`, `${t('readings.low')} (${unit})`, `${t('readings.high')} (${unit})`,
      t('readings.missing'), t('readings.flagged'),
      ...(before ? [`${t('readings.before')} (${unit})`] : []),
      ...(factor ? [`${say(factor.label)} (${pretty(factor.unit)})`] : []),
    ],
    rows: points.start.map((start, at) => [
      start, points.mean[at] ?? null, points.low[at] ?? null, points.high[at] ?? null,
      points.missing[at] ?? null, flags.get(at) ?? '',
      ...(before ? [before.mean[at] ?? null] : []),
      ...(factor ? [factor.values[at] ?? null] : []),
    ]),
  }
}

export const curveSub = (curve: LoadCurve, t: TFunction): string =>
  t('readings.sub', {
    unit: pretty(curve.unit), from: curve.first, to: curve.last, zone: curve.zone,
    step: t(STEPS[curve.step], { n: curve.minutes }),
  })
