import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import type { FigureValue, Series } from '../src/api/client'
import { charts } from '../src/account/charts'
import { exactLine } from '../src/explain/exactline'
import type { Regression } from '../src/explain/ask'
import type { Spot } from '../src/explain/spots'
import { stacks } from '../src/explain/chained'
import { reach } from '../src/explain/quadrant'
import { marks, ridgeTrace } from '../src/explain/ridgetrace'
import type { Move } from '../src/explain/shapes'
import { floats } from '../src/explain/waterfall'
import { keyOf } from '../src/parts/Canvas'
import { tip } from '../src/parts/chartbase'
import { colourOf, letteringOn } from '../src/parts/palette'
import { ink } from '../src/shell/theme'

const t = ((key: string) => key) as unknown as TFunction
const text = (en: string) => ({ en, zh: en })
const figure = (key: string, value: number | null, unit = 't CO2'): FigureValue => ({ key, value, unit, label: text(key), lower: null, upper: null })

describe('waterfall', () => {
  const move: Move = {
    from: '2020', to: '2021',
    step: {
      start: figure('s', 100), end: figure('e', 90), total: figure('t', -10),
      effects: [20, -45, 15].map((value, at) => ({ code: String(at), label: text(String(at)), co2_t: figure(String(at), value) })),
    },
  }
  it('starts each bar where the one before ended', () => {
    const bars = floats(move, 1, (each) => each.en)
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
  it('is drawn and listed as the server gives it', () => {
    const line = exactLine({ at: [-2, 0, 2], slopes: [{ code: 'x', label: text('X'), slope: [0, 0.5, 1] }] }, 'axis', (each) => each.en, ink(true))
    expect(line.drawn).toEqual({ head: ['axis', 'X'], rows: [['-2', 0], ['0', 0.5], ['2', 1]] })
  })
})

describe('stacked effects', () => {
  it('keep the figures they were given, and their keys', () => {
    const effects = [3e5, -1e5].map((value, at) => ({ code: String(at), label: text(`f${String(at)}`), co2_t: figure(`e${String(at)}`, value) }))
    const chart = stacks([{ name: '2020–2021', effects, total: figure('t', 2e5) }], t, (each) => each.en, ink(false))
    expect(chart.drawn.rows).toEqual([['2020–2021', 30, -10, 20]])
    const [first] = chart.option.series as { data: { key: string }[] }[]
    expect(first?.data[0]?.key).toBe('e0')
  })
})

describe('the field of decoupling', () => {
  const point = (output: number, co2: number) => ({ output: figure('g', output), co2: figure('c', co2) }) as unknown as Spot
  it('reaches beyond all points, to a round number', () => {
    expect(reach([point(35, 9.7), point(-21, 3)])).toBe(60)
    expect(reach([point(0.5, 0.8)])).toBe(1)
  })
})

describe('the ridge trace', () => {
  const found = {
    method: 'ridge', k: 0.3, drivers: [{ code: 'x', label: text('X') }],
    selectors: [{ code: 'gcv', label: text('GCV'), k: 0.3, is_chosen: true }, { code: 'hkb', label: text('HKB'), k: 0.1, is_chosen: false }, { code: 'lw', label: text('L-W'), k: null, is_chosen: false }],
    trace: { k: [0.01, 1], slopes: [{ code: 'x', scaled: [2, 1], slope: [4, 2] }], worst_vif: [9, 3], edf: [1, 0.9] },
  } as unknown as Regression
  it('marks each selector that has a k, and the one that was taken', () => {
    expect(marks(found, 'given')).toEqual([{ name: 'HKB', k: 0.1, isChosen: false }, { name: 'GCV', k: 0.3, isChosen: true }])
  })
  it('lists exactly what is drawn', () => {
    expect(ridgeTrace(found, t, (each) => each.en, ink(false))?.drawn.rows).toEqual([['0.01', 2, 9, 1], ['1', 1, 3, 0.9]])
  })
  it('is not drawn where slopes are refused', () => {
    expect(ridgeTrace({ ...found, trace: null }, t, (each) => each.en, ink(false))).toBeNull()
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
