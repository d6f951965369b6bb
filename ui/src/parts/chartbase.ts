/** What all charts share: quiet axes, legend on top, tooltips on canvas. */
import type { Ink } from '../shell/theme'
import { digits } from './format'

/** A canvas does not inherit the page's font. */
const FONT = "'Inter', 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif"

interface Tip {
  seriesName?: string
  name?: string
  marker?: unknown
  data?: unknown
}

const valueOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'value' in data ? data.value : data

/** One line per series: name and value; hidden helpers stay hidden. */
export function tip(event: unknown): string {
  const list = (Array.isArray(event) ? event : [event]) as Tip[]
  const head = list[0]?.name ?? ''
  const lines = list
    .filter((item) => item.seriesName !== undefined && !item.seriesName.startsWith('_'))
    .map((item) => {
      const value = valueOf(item.data)
      const number: unknown = Array.isArray(value) ? value.at(-1) : value
      return typeof number === 'number' ? `${item.seriesName ?? ''}  ${digits(number)}` : ''
    })
    .filter((line) => line !== '')
  return [head, ...new Set(lines)].join('\n')
}

const tick = (value: number): string =>
  value.toLocaleString('en-US', { maximumSignificantDigits: 4 })

export const axisName = (text: string, align: 'left' | 'right', ink: Ink) => ({
  name: text,
  nameTextStyle: { color: ink.faint, align, padding: align === 'left' ? [0, 0, 0, -28] : [0, -28, 0, 0] },
})

export const valueAxis = (ink: Ink, more: object = {}) => ({
  type: 'value' as const,
  axisLabel: { color: ink.faint, formatter: tick },
  splitLine: { lineStyle: { color: ink.line } },
  ...more,
})

export const categoryAxis = (names: string[], ink: Ink, more: object = {}) => ({
  type: 'category' as const,
  data: names,
  axisLabel: { color: ink.faint, interval: names.length > 16 ? ('auto' as const) : 0, hideOverlap: true },
  axisLine: { lineStyle: { color: ink.line } },
  axisTick: { show: false },
  ...more,
})

const wantsStillness = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches

export const base = (ink: Ink) => ({
  animation: !wantsStillness(),
  animationDuration: 250,
  textStyle: { fontFamily: FONT, color: ink.text },
  legend: {
    top: 0, left: 0, itemWidth: 12, itemHeight: 8, type: 'plain' as const,
    textStyle: { color: ink.text, fontSize: 12 },
  },
  tooltip: {
    renderMode: 'richText' as const,
    trigger: 'axis' as const,
    confine: true,
    backgroundColor: ink.panel,
    borderColor: ink.line,
    textStyle: { color: ink.text, fontSize: 12, fontFamily: FONT },
    formatter: tip,
  },
  grid: { left: 8, right: 8, top: 56, bottom: 4, containLabel: true },
})
