/** Relative changes of output and emissions, over the fields of Tapio's states. */
import type { TFunction } from 'i18next'
import type { EChartsCoreOption } from 'echarts/core'
import type { Text } from '../api/client'
import type { Drawn } from '../parts/ChartCard'
import { base, valueAxis } from '../parts/chartbase'
import { largest } from '../parts/format'
import { FALLS, RISES } from '../parts/palette'
import type { Ink } from '../shell/theme'
import type { Field, Spot } from './spots'

/** Where the name of each field stands, as parts of the reach of the axes. */
const PLACES: Record<string, [number, number][]> = {
  strong_decoupling: [[0.55, -0.6], [0.3, -0.85], [0.8, -0.3]],
  weak_decoupling: [[0.74, 0.4], [0.8, 0.15], [0.5, 0.15]],
  expansive_coupling: [[0.84, 0.86], [0.55, 0.56]],
  expansive_negative_decoupling: [[0.3, 0.84], [0.25, 0.55]],
  strong_negative_decoupling: [[-0.55, 0.6], [-0.3, 0.85], [-0.8, 0.3]],
  weak_negative_decoupling: [[-0.74, -0.35], [-0.8, -0.15], [-0.5, -0.15]],
  recessive_coupling: [[-0.84, -0.86], [-0.55, -0.56]],
  recessive_decoupling: [[-0.3, -0.84], [-0.25, -0.55]],
}

/** The place of a field's name that is furthest from all points. */
function placeOf(code: string, points: Spot[], far: number): [number, number] {
  const room = ([x, y]: [number, number]) =>
    Math.min(...points.map((point) => Math.hypot((point.output.value ?? 0) / far - x, (point.co2.value ?? 0) / far - y)))
  const [first = [0, 0], ...rest] = PLACES[code] ?? []
  return rest.reduce((best, next) => (room(best) < 0.2 && room(next) > room(best) ? next : best), first)
}

/** A round number beyond all points, so that the fields are seen whole. */
export function reach(points: Spot[]): number {
  const far = largest(points.flatMap((point) => [point.output.value, point.co2.value])) || 1
  const power = 10 ** Math.floor(Math.log10(far))
  const step = [1, 2, 4, 6, 8, 10].find((each) => each * power >= far * 1.15) ?? 20
  return step * power
}

function line(slope: number, far: number): [number, number][] {
  const x = slope > 1 ? far / slope : far
  return [[-x, -x * slope], [x, x * slope]]
}

export function quadrant(found: Field, t: TFunction, say: (text: Text) => string, ink: Ink): { option: EChartsCoreOption; drawn: Drawn } {
  const points = found.spots
  const far = reach(points)
  const axis = { min: -far, max: far, interval: far / 2, axisLine: { show: true, onZero: true, lineStyle: { color: ink.faint } } }
  const fold = (text: string) => text.replaceAll(' ', '\n')
  const border = (slope: number) => ({
    type: 'line', name: `_${String(slope)}`, showSymbol: false, silent: true, data: line(slope, far),
    lineStyle: { color: ink.faint, type: 'dashed', width: 1 },
    endLabel: { show: true, color: ink.faint, formatter: String(slope), distance: 2 },
  })
  return {
    option: {
      ...base(ink),
      legend: { show: false },
      grid: { ...base(ink).grid, top: 28, right: 24, bottom: 28 },
      tooltip: {
        ...base(ink).tooltip, trigger: 'item',
        formatter: (event: { seriesName: string; dataIndex: number }) => {
          const point = event.seriesName.startsWith('_') ? undefined : points[event.dataIndex]
          return point ? `${point.name}  ${say(point.state.label)}\n${say(point.state.meaning)}` : ''
        },
      },
      xAxis: { ...valueAxis(ink), ...axis, splitLine: { show: false }, name: t('decoupling.x'), nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: ink.faint } },
      yAxis: { ...valueAxis(ink), ...axis, splitLine: { show: false }, name: t('decoupling.y'), nameTextStyle: { color: ink.faint, align: 'left', padding: [0, 0, 0, -60] } },
      series: [
        border(found.low), border(found.high),
        {
          type: 'scatter', name: '_fields', silent: true, symbolSize: 0.1, itemStyle: { color: 'transparent' },
          data: found.states.filter((state) => state.code in PLACES).map((state) => ({
            value: placeOf(state.code, points, far).map((part) => part * far),
            label: { show: true, position: 'inside', formatter: fold(say(state.label)), color: ink.faint, fontSize: 12, lineHeight: 14 },
          })),
        },
        {
          type: 'scatter', name: t('decoupling.points'), z: 5,
          data: points.map((point) => {
            const isFall = (point.co2.value ?? 0) < 0
            return {
              value: [point.output.value, point.co2.value], key: point.elasticity.key,
              symbol: point === found.whole && points.length > 1 ? 'diamond' : isFall ? 'path://M0,0L10,0L5,10Z' : 'triangle', symbolSize: 14,
              itemStyle: { color: isFall ? FALLS : RISES, borderColor: ink.panel, borderWidth: 1, opacity: 1 },
              label: { show: true, position: 'top', color: ink.text, fontWeight: 600, formatter: point === found.whole ? point.name : point.short, textBorderColor: ink.panel, textBorderWidth: 3 },
            }
          }),
        },
      ],
    },
    drawn: {
      head: [t('explain.step'), `${t('decoupling.x')}`, `${t('decoupling.y')}`, t('decoupling.elasticity'), t('decoupling.state')],
      rows: points.map((point) => [point.name, point.output.value, point.co2.value, point.elasticity.value, say(point.state.label)]),
    },
  }
}
