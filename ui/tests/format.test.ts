import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import { digits, exact, percent, pretty, scaled, scaleOf, signed, span } from '../src/parts/format'
import en from '../src/text/en.json'
import zh from '../src/text/zh.json'

const speak = (texts: Record<string, string>) => ((key: string) => texts[key] ?? key) as unknown as TFunction
const inZh = speak(zh)
const inEn = speak(en)

describe('digits', () => {
  it.each([
    [88.79, '88.79'], [100.6, '100.6'], [1162, '1,162'], [1006001.23, '1,006,001'], [0, '0'],
    [0.2377, '0.2377'], [-19.5, '−19.50'], [9.99996, '10.00'], [999.96, '1,000'], [0.0000001234, '1.23e−7'],
  ])('%s is read as %s', (value, text) => { expect(digits(value)).toBe(text) })
  it('shows absence as a dash, never as zero', () => {
    expect(digits(null)).toBe('–')
    expect(digits(Number.NaN)).toBe('–')
  })
  it('signs changes', () => {
    expect(signed(digits(3.17))).toBe('+3.170')
    expect(signed(digits(-3.17))).toBe('−3.170')
    expect(signed(digits(0))).toBe('0')
  })
})

describe('scale', () => {
  it.each([
    ['t CO2', 1006001, 100.6001, '万 t CO₂', '10⁴ t CO₂'],
    ['t CO2', 500, 500, 't CO₂', 't CO₂'],
    ['tce', 327600, 32.76, '万 tce', '10⁴ tce'],
    ['CNY', 116200000000, 1162, '亿元', '10⁸ CNY'],
    ['CNY', 20000, 2, '万元', '10⁴ CNY'],
    ['t CO2/CNY', 8.657e-6, 865.7, 't CO₂/亿元', 't CO₂/10⁸ CNY'],
    ['tce/CNY', 2.819e-6, 281.9, 'tce/亿元', 'tce/10⁸ CNY'],
    ['GJ/10^4 Nm3', 389.31, 389.31, 'GJ/10⁴ Nm³', 'GJ/10⁴ Nm³'],
    ['1', 0.98, 0.98, '', ''],
  ])('%s at %s', (unit, value, shown, unitZh, unitEn) => {
    const scale = scaleOf(unit, value, inZh)
    expect(scaled(value, scale)).toBeCloseTo(shown, 6)
    expect(scale.unit).toBe(unitZh)
    expect(scaleOf(unit, value, inEn).unit).toBe(unitEn)
  })
  it('keeps absence absent', () => { expect(scaled(null, { factor: 1e-4, unit: '' })).toBeNull() })
})

it('shows the exact value beside', () => {
  expect(exact(1006001.2345, 't CO2')).toBe('1,006,001.2345 t CO₂')
  expect(exact(null)).toBe('–')
})
it('writes whole years and months short', () => {
  expect(span('2022-01-01/2023-01-01')).toBe('2022')
  expect(span('2022-12-01/2023-01-01')).toBe('2022-12')
  expect(span('2022-01-05/2022-02-05')).toBe('2022-01-05 – 2022-02-05')
})
it('takes rounding for nothing', () => { expect(digits(-2.56e-14)).toBe('0') })
it('writes shares in percent', () => { expect(percent(0.3947)).toBe('39.5 %') })
it('writes powers and subscripts', () => { expect(pretty('10^-3 t CO2/m3')).toBe('10⁻³ t CO₂/m³') })
