/** Bars for amounts, a line for intensity, marks for published values. */
import type { TFunction } from 'i18next'
import type { EChartsCoreOption } from 'echarts/core'
import type { FigureValue, Series, YearRow } from '../api/client'
import type { Drawn } from '../parts/ChartCard'
import { axisName, base, categoryAxis, valueAxis } from '../parts/chartbase'
import { digits, largest, scaleOf, scaled, type Scale } from '../parts/format'
import type { Ink } from '../shell/theme'

export interface Card {
  id: string
  title: string
  sub: string
  option: EChartsCoreOption
  drawn: Drawn
}

type Pick = (row: YearRow) => FigureValue | null

interface Column {
  name: string
  scale: Scale
  figures: (FigureValue | null)[]
}

function column(series: Series, name: string, pick: Pick, t: TFunction): Column {
  const figures = series.rows.map(pick)
  const unit = figures.find((figure) => figure !== null)?.unit ?? ''
  return { name, figures, scale: scaleOf(unit, largest(figures.map((figure) => figure?.value)), t) }
}

const points = (from: Column) =>
  from.figures.map((figure) => ({ value: scaled(figure?.value, from.scale), key: figure?.key }))

const headOf = (from: Column) => (from.scale.unit ? `${from.name} (${from.scale.unit})` : from.name)

const colours = { bar: '#3a8580', line: '#d07a2d', mark: '#9a5fd0' }

function drawn(series: Series, columns: Column[], t: TFunction): Drawn {
  return {
    head: [t('term.year'), ...columns.map(headOf)],
    rows: series.rows.map((row, at) => [
      String(row.year),
      ...columns.map((each) => scaled(each.figures[at]?.value, each.scale)),
    ]),
  }
}

function option(series: Series, bar: Column, line: Column | null, mark: Column | null, ink: Ink): EChartsCoreOption {
  const years = series.rows.map((row) => String(row.year))
  const label = { show: true, color: ink.text, fontSize: 12, formatter: (event: { value: number }) => digits(event.value) }
  return {
    ...base(ink),
    legend: { ...base(ink).legend, show: line !== null || mark !== null },
    grid: { ...base(ink).grid, top: line ? 64 : 44 },
    xAxis: categoryAxis(years, ink),
    yAxis: [
      valueAxis(ink, axisName(bar.scale.unit, 'left', ink)),
      ...(line
        ? [valueAxis(ink, { ...axisName(line.scale.unit, 'right', ink), splitLine: { show: false }, min: 0 })]
        : []),
    ],
    series: [
      {
        type: 'bar', name: bar.name, data: points(bar), itemStyle: { color: colours.bar }, barMaxWidth: 56,
        label: { ...label, position: line ? 'insideBottom' : 'top', color: line ? '#ffffff' : ink.text, textBorderWidth: 0, fontWeight: line ? 600 : 400 },
      },
      ...(line
        ? [{
            type: 'line', name: line.name, yAxisIndex: 1, data: points(line), symbolSize: 9, symbol: 'circle',
            itemStyle: { color: colours.line }, lineStyle: { color: colours.line, width: 2 },
            label: { ...label, position: 'right', distance: 8, color: ink.accent, fontWeight: 600, backgroundColor: ink.panel, padding: [2, 4], borderRadius: 3 },
          }]
        : []),
      ...(mark
        ? [{
            type: 'scatter', name: mark.name, data: points(mark), symbol: 'diamond', symbolSize: 13, z: 5,
            itemStyle: { color: ink.panel, borderColor: colours.mark, borderWidth: 2.5 },
          }]
        : []),
    ],
  }
}

/** "2020: 707.0 → 2022: 1,162" of a column, as its finding. */
function finding(series: Series, of: Column, t: TFunction): string {
  const first = series.rows.findIndex((_, at) => typeof of.figures[at]?.value === 'number')
  const last = series.rows.findLastIndex((_, at) => typeof of.figures[at]?.value === 'number')
  if (first < 0) return of.name
  const at = (index: number) => digits(scaled(of.figures[index]?.value, of.scale))
  const year = (index: number) => series.rows[index]?.year
  return t('account.from_to', {
    name: of.name, from: year(first), to: year(last), first: at(first), last: at(last), unit: of.scale.unit,
  })
}

export function charts(series: Series, t: TFunction, ink: Ink): Card[] {
  const output = column(series, t('term.output'), (row) => row.output_value, t)
  const energy = column(series, t('term.energy'), (row) => row.energy, t)
  const energyPer = column(series, t('term.energy_intensity'), (row) => row.energy_intensity, t)
  const co2 = column(series, t('term.co2'), (row) => row.co2, t)
  const co2Per = column(series, t('term.co2_intensity'), (row) => row.co2_intensity, t)
  const printed = column(series, t('term.published'), (row) => row.published_co2, t)
  const has = (of: Column) => of.figures.some((figure) => typeof figure?.value === 'number')
  const period = `${String(series.rows[0]?.year)}–${String(series.rows.at(-1)?.year)}`
  const card = (id: string, fig: string, bar: Column, line: Column | null, mark: Column | null = null): Card => {
    const used = [bar, ...(line && has(line) ? [line] : []), ...(mark && has(mark) ? [mark] : [])]
    return {
      id,
      title: [finding(series, bar, t), ...(line && has(line) ? [finding(series, line, t)] : [])].join(t('home.comma')),
      sub: t(series.comparison ? 'account.sub' : 'account.sub_plain', { period, fig, unit: used.slice(0, 2).map((each) => each.scale.unit).join(t('account.and')) }),
      option: option(series, bar, line && has(line) ? line : null, mark && has(mark) ? mark : null, ink),
      drawn: drawn(series, used, t),
    }
  }
  return [
    card('output', '3', output, null),
    card('energy', '5', energy, energyPer),
    card('co2', '6', co2, co2Per, printed),
  ].filter((each) => each.drawn.rows.some((row) => typeof row[1] === 'number'))
}
