/** Hour by day: light is little, dark is much; a hole is absent, not zero. */
import type { TFunction } from 'i18next'
import type { EChartsCoreOption } from 'echarts/core'
import type { Drawn } from '../../parts/ChartCard'
import { axisName, base, categoryAxis } from '../../parts/chartbase'
import { digits, pretty } from '../../parts/format'
import type { Ink } from '../../shell/theme'
import type { HeatMap } from './ask'
import { readyParts } from './parts'

/** Cividis (Nuñez, Anderton, Renslow 2018): one order of lightness for every eye. */
const CIVIDIS = ['#00224e', '#123570', '#3b496c', '#575d6d', '#707173', '#8a8678', '#a59c74', '#c3b369', '#e1cc55', '#fee838']
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

interface Tip { data?: [number, number, number] }

export function heatOption(heat: HeatMap, t: TFunction, ink: Ink): EChartsCoreOption {
  readyParts()
  const partial = new Set(heat.partial.map((at) => at.join(':')))
  const data = heat.cells.flatMap((row, day) => row.flatMap((value, hour) => (value === null ? [] : [[day, hour, value]])))
  const unit = pretty(heat.unit)
  return {
    ...base(ink),
    legend: { show: false },
    tooltip: {
      ...base(ink).tooltip, trigger: 'item',
      formatter: (event: Tip) => {
        const [day = 0, hour = 0, value] = event.data ?? []
        const note = partial.has(`${String(day)}:${String(hour)}`) ? `\n${t('readings.partial')}` : ''
        return `${heat.days[day] ?? ''} ${HOURS[hour] ?? ''}\n${digits(value)} ${unit}${note}`
      },
    },
    grid: { ...base(ink).grid, top: 30, bottom: 96, right: 12 },
    xAxis: { ...categoryAxis(heat.days, ink), axisLabel: { color: ink.faint, interval: 'auto', hideOverlap: true } },
    yAxis: { ...categoryAxis(HOURS, ink, axisName(t('readings.hour'), 'left', ink)), axisLabel: { color: ink.faint, interval: 2 } },
    visualMap: {
      type: 'continuous', min: 0, max: heat.greatest ?? 1, calculable: true, orient: 'horizontal', left: 'center', bottom: 40,
      itemWidth: 12, itemHeight: 180, inRange: { color: CIVIDIS }, textStyle: { color: ink.faint },
      text: [`${digits(heat.greatest)} ${unit}`, '0'], formatter: (value: number) => digits(value),
    },
    dataZoom: [{ type: 'slider', xAxisIndex: 0, height: 20, bottom: 6, brushSelect: true, showDataShadow: false, textStyle: { color: ink.faint }, borderColor: ink.line }],
    series: [{ type: 'heatmap', name: t('readings.heat'), data, progressive: 0, emphasis: { itemStyle: { borderColor: ink.text, borderWidth: 1 } } }],
  }
}

/** A row a day, a column an hour. */
export const heatDrawn = (heat: HeatMap, t: TFunction): Drawn => ({
  head: [`${t('readings.day')} (${pretty(heat.unit)})`, ...HOURS],
  rows: heat.days.map((day, at) => [day, ...(heat.cells[at] ?? [])]),
})

export const heatSub = (heat: HeatMap, t: TFunction): string =>
  t('readings.sub', { unit: pretty(heat.unit), from: heat.first, to: heat.last, zone: heat.zone, step: t('readings.step.hour') })
