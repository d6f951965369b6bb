/** From one year's total to another's, one driver at a time. */
import type { TFunction } from 'i18next'
import type { EChartsCoreOption } from 'echarts/core'
import type { FigureValue, Text } from '../api/client'
import type { Drawn } from '../parts/ChartCard'
import { axisName, base, categoryAxis, valueAxis } from '../parts/chartbase'
import { digits, scaleOf, scaled, signed } from '../parts/format'
import { FALLS, RISES, TOTAL } from '../parts/palette'
import type { Ink } from '../shell/theme'
import type { Move } from './shapes'

interface Bar {
  name: string
  low: number
  high: number
  shown: number
  isTotal: boolean
  key: string
}

export interface Waterfall {
  title: string
  unit: string
  option: EChartsCoreOption
  drawn: Drawn
}

/** Floating bars: each starts where the one before ended. */
export function floats({ from, to, step }: Move, factor: number, say: (text: Text) => string): Bar[] {
  const at = (figure: FigureValue) => (figure.value ?? 0) * factor
  const whole = (name: string, figure: FigureValue): Bar => ({
    name, low: 0, high: at(figure), shown: at(figure), isTotal: true, key: figure.key,
  })
  let level = at(step.start)
  const middle = step.effects.map((effect) => {
    const change = at(effect.co2_t)
    const bar: Bar = {
      name: say(effect.label), low: Math.min(level, level + change), high: Math.max(level, level + change),
      shown: change, isTotal: false, key: effect.co2_t.key,
    }
    level += change
    return bar
  })
  return [whole(from, step.start), ...middle, whole(to, step.end)]
}

/** A name on two lines, so that neighbours keep apart on a phone. */
export function folded(name: string): string {
  if (name.includes(' ')) return name.replaceAll(' ', '\n')
  const isHan = (name.codePointAt(0) ?? 0) > 0x2e7f
  return isHan && name.length > 3 ? `${name.slice(0, 2)}\n${name.slice(2)}` : name
}

const text = (bar: Bar): string => (bar.isTotal ? digits(bar.shown) : signed(digits(bar.shown)))

const colour = (bar: Bar): string => {
  if (bar.isTotal) return TOTAL
  return bar.shown < 0 ? FALLS : RISES
}

export function waterfall(move: Move, t: TFunction, say: (text: Text) => string, ink: Ink): Waterfall {
  const { step } = move
  const scale = scaleOf(step.start.unit, step.start.value ?? 0, t)
  const bars = floats(move, scale.factor, say)
  const effects = [...step.effects].sort((one, two) => Math.abs(two.co2_t.value ?? 0) - Math.abs(one.co2_t.value ?? 0))
  const part = (at: number) => {
    const effect = effects[at]
    return effect ? `${say(effect.label)} ${signed(digits(scaled(effect.co2_t.value, scale)))}` : ''
  }
  const parts = [part(0), part(1)].filter((each) => each !== '').join(t('explain.and'))
  const title = `${parts} ${scale.unit}`.trim()
  const option: EChartsCoreOption = {
    ...base(ink),
    legend: { show: false },
    grid: { ...base(ink).grid, top: 40 },
    tooltip: {
      ...base(ink).tooltip,
      formatter: (event: { dataIndex: number }[]) => {
        const bar = bars[event[0]?.dataIndex ?? 0]
        return bar ? `${bar.name}  ${text(bar)} ${scale.unit}` : ''
      },
    },
    xAxis: categoryAxis(bars.map((bar) => bar.name), ink, {
      axisLabel: { color: ink.text, interval: 0, fontSize: 12, lineHeight: 15, formatter: folded },
    }),
    yAxis: valueAxis(ink, axisName(scale.unit, 'left', ink)),
    series: [
      { type: 'bar', name: '_low', stack: 'w', silent: true, itemStyle: { color: 'transparent' }, data: bars.map((bar) => bar.low) },
      {
        type: 'bar', name: '_size', stack: 'w', barCategoryGap: '28%',
        label: { show: true, position: 'top', color: ink.text, formatter: (event: { dataIndex: number }) => { const bar = bars[event.dataIndex]; return bar ? text(bar) : '' } },
        data: bars.map((bar) => ({ value: bar.high - bar.low, key: bar.key, itemStyle: { color: colour(bar) } })),
      },
    ],
  }
  return {
    title, unit: scale.unit, option,
    drawn: { head: [t('explain.driver'), scale.unit ? `${t('term.co2')} (${scale.unit})` : t('explain.value')], rows: bars.map((bar) => [bar.name, bar.shown]) },
  }
}
