import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import type { FigureValue, Series, Step, Verdict } from '../src/api/client'
import { charts } from '../src/account/charts'
import { exactLine } from '../src/explain/exactline'
import { floats } from '../src/explain/waterfall'
import { keyOf } from '../src/parts/Canvas'
import { tip } from '../src/parts/chartbase'
import { colourOf, letteringOn } from '../src/parts/palette'
import { ink } from '../src/shell/theme'

const t = ((key: string) => key) as unknown as TFunction
const text = (en: string) => ({ en, zh: en })
const figure = (key: string, value: number | null, unit = 't CO2'): FigureValue => ({ key, value, unit, label: text(key), lower: null, upper: null })

describe('waterfall', () => {
  const step: Step = {
    from_year: 2020, to_year: 2021, start: figure('s', 100), end: figure('e', 90), total: figure('t', -10), closing_error: 0, by_carrier: [],
    effects: [20, -45, 15].map((value, at) => ({ code: String(at), label: text(String(at)), co2_t: figure(String(at), value) })),
  }
  it('starts each bar where the one before ended', () => {
    const bars = floats(step, 1, (each) => each.en)
    expect(bars.map(({ low, high }) => [low, high])).toEqual([[0, 100], [100, 120], [75, 120], [75, 90], [0, 90]])
    expect(bars.map(({ key }) => key)).toEqual(['s', '0', '1', '2', 'e'])
  })
})

describe('series', () => {
  const row = (year: number, co2: number | null): Series['rows'][number] => ({
    year, output_value: null, energy: null, energy_intensity: null, co2_intensity: null, published_co2: null,
    co2: co2 === null ? null : figure(String(year), co2), mix: [], mix_energy: [],
  })
  it('draws only what there is', () => {
    const series: Series = { park_id: 'p', member_id: 'm', version: 1, finding: text(''), comparison: null, rows: [row(2020, null), row(2021, 880000)] }
    const cards = charts(series, t, ink(false))
    expect(cards.map((card) => card.id)).toEqual(['co2'])
    expect(cards[0]?.drawn.rows).toEqual([['2020', null], ['2021', 88]])
  })
})

describe('the line of exact solutions', () => {
  const verdict = { null_direction: { x: 1, y: -2, z: 0 }, line_point: { x: 0.5, y: 0.1, z: 0 } } as unknown as Verdict
  it('passes through the given point', () => {
    const line = exactLine(verdict, 'axis', (code) => code, ink(true))
    expect(line?.drawn.head).toEqual(['axis', 'x', 'y'])
    expect(line?.drawn.rows[4]).toEqual(['0', 0.5, 0.1])
  })
  it('is not drawn without a direction', () => {
    expect(exactLine({ ...verdict, null_direction: null }, 'axis', (code) => code, ink(true))).toBeNull()
  })
})

it('opens the key of a clicked point', () => {
  expect(keyOf({ data: { value: 1, key: 'a' } })).toBe('a')
  expect(keyOf({ data: 3 })).toBeNull()
})
it('keeps helpers out of tooltips', () => {
  expect(tip([{ name: '2020', seriesName: '_low', data: 1 }, { seriesName: 'CO2', data: { value: 88.79 } }])).toBe('2020\nCO2  88.79')
})
it('keeps a colour per carrier, whatever its place', () => {
  expect(colourOf('electricity')).toBe(colourOf('purchased_electricity'))
  expect(colourOf('unheard')).toBe(colourOf('unheard'))
  expect(letteringOn('#d9a441')).toBe('#1f2726')
  expect(letteringOn('#3b7dc4')).toBe('#ffffff')
})
