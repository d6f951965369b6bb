/** Effects stacked for each step, or summed up to each period, with the total as a mark. */
import type { TFunction } from 'i18next'
import type { EChartsCoreOption } from 'echarts/core'
import type { Text } from '../api/client'
import type { Drawn } from '../parts/ChartCard'
import { axisName, base, categoryAxis, valueAxis } from '../parts/chartbase'
import { digits, largest, scaled, scaleOf, signed } from '../parts/format'
import type { Ink } from '../shell/theme'
import { factorColour, hatch } from './factorlook'
import type { Stack } from './shapes'

/** The largest effect of all rows, in words: what the chart shows first. */
export function strongest(rows: Stack[], t: TFunction, say: (text: Text) => string): { name: string; step: string; value: string } {
  const all = rows.flatMap((row) => row.effects.map((effect) => ({ step: row.name, effect })))
  const size = (at: (typeof all)[number]) => Math.abs(at.effect.co2_t.value ?? 0)
  const [first, ...rest] = all
  if (!first) return { name: '', step: '', value: '' }
  const top = rest.reduce((best, next) => (size(next) > size(best) ? next : best), first)
  const scale = scaleOf(top.effect.co2_t.unit, size(top), t)
  return { name: say(top.effect.label), step: top.step, value: `${signed(digits(scaled(top.effect.co2_t.value, scale)))} ${scale.unit}`.trim() }
}

export interface Stacks {
  unit: string
  option: EChartsCoreOption
  drawn: Drawn
}

export function stacks(rows: Stack[], t: TFunction, say: (text: Text) => string, ink: Ink): Stacks {
  const first = rows[0]
  const factors = (first?.effects ?? []).map((effect) => ({ code: effect.code, name: say(effect.label) }))
  const scale = scaleOf(first?.total.unit ?? '', largest(rows.flatMap((row) => row.effects.map((effect) => effect.co2_t.value))), t)
  const at = (row: Stack, factor: number) => scaled(row.effects[factor]?.co2_t.value, scale) ?? 0
  const total = (row: Stack) => scaled(row.total.value, scale) ?? 0
  const totalName = t('explain.total')
  return {
    unit: scale.unit,
    option: {
      ...base(ink),
      grid: { ...base(ink).grid, top: 72 },
      xAxis: categoryAxis(rows.map((row) => row.name), ink, { axisLine: { onZero: false, lineStyle: { color: ink.line } } }),
      yAxis: valueAxis(ink, axisName(scale.unit, 'left', ink)),
      series: [
        ...factors.map((factor, n) => ({
          type: 'bar', name: factor.name, stack: 'effects', barMaxWidth: 64,
          itemStyle: { color: factorColour(factor.code, n), borderColor: ink.panel, borderWidth: 1, decal: hatch(n) },
          data: rows.map((row) => ({ value: at(row, n), key: row.effects[n]?.co2_t.key ?? '' })),
        })),
        {
          markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: ink.faint, type: 'solid', width: 1 }, data: [{ yAxis: 0 }] },
          type: 'line', name: totalName, symbol: 'diamond', symbolSize: 12, lineStyle: { width: 0 },
          itemStyle: { color: ink.text, borderColor: ink.panel, borderWidth: 1.5 },
          label: { show: rows.length <= 12, position: 'right', distance: 30, color: ink.text, fontWeight: 600, textBorderColor: ink.panel, textBorderWidth: 3, formatter: (event: { dataIndex: number }) => { const row = rows[event.dataIndex]; return row ? signed(digits(total(row), 3)) : '' } },
          data: rows.map((row) => ({ value: total(row), key: row.total.key })),
        },
      ],
    },
    drawn: {
      head: [t('explain.step'), ...factors.map((factor) => `${factor.name}${scale.unit ? ` (${scale.unit})` : ''}`), `${totalName}${scale.unit ? ` (${scale.unit})` : ''}`],
      rows: rows.map((row) => [row.name, ...factors.map((_, n) => at(row, n)), total(row)]),
    },
  }
}
