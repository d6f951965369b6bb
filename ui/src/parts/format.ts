/** Numbers for reading: scaled units, significant digits, exact values beside. */
import type { TFunction } from 'i18next'

export interface Scale {
  factor: number
  unit: string
}

const MASS = /^t(?:\s*(CO2e?|CO₂e?))?$/i
const TEN4 = 1e4

/** CO2 → CO₂ and 10^4 → 10⁴, for reading. */
export function pretty(unit: string): string {
  const small = { '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '-': '⁻' }
  return unit
    .replace(/CO2/g, 'CO₂')
    .replace(/CH4/g, 'CH₄')
    .replace(/N2O/g, 'N₂O')
    .replace(/\bNm3\b/g, 'Nm³')
    .replace(/\bm3\b/g, 'm³')
    .replace(/\^(-?\d+)/g, (_, power: string) =>
      [...power].map((char) => small[char as keyof typeof small]).join(''),
    )
}

function scaleRatio(unit: string, t: TFunction): Scale | null {
  const match = /^(.+?)\s*(?:\/|per)\s*CNY$/.exec(unit)
  if (match?.[1] === undefined) return null
  return { factor: 1e8, unit: `${pretty(match[1])}/${t('unit.yuan8')}` }
}

/** How a column of this unit is shown, given its largest value. */
export function scaleOf(unit: string, largest: number, t: TFunction): Scale {
  const ratio = scaleRatio(unit, t)
  if (ratio) return ratio
  const size = Math.abs(largest)
  if (MASS.test(unit) || unit === 'tce') {
    return size >= TEN4
      ? { factor: 1e-4, unit: `${t('unit.ten4')} ${pretty(unit)}` }
      : { factor: 1, unit: pretty(unit) }
  }
  if (unit === 'CNY') {
    if (size >= 1e8) return { factor: 1e-8, unit: t('unit.yuan8') }
    return size >= TEN4 ? { factor: 1e-4, unit: t('unit.yuan4') } : { factor: 1, unit: t('unit.yuan') }
  }
  return { factor: 1, unit: unit === '1' ? '' : pretty(unit) }
}

const MINUS = '−'
/** Below this a difference of sums is rounding, not a quantity. */
const NOISE = 1e-9

/** Four significant digits, thousands separated; "–" for absent. */
export function digits(value: number | null | undefined, significant = 4): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–'
  const size = Math.abs(value)
  if (size < NOISE) return '0'
  const sign = value < 0 ? MINUS : ''
  if (size < 1e-5) return sign + size.toExponential(2).replace('-', MINUS)
  const rounded = Number(size.toPrecision(significant))
  const places = Math.max(0, significant - 1 - Math.floor(Math.log10(rounded)))
  const shown = places === 0 ? size : rounded
  return sign + shown.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
}

export const signed = (text: string): string =>
  text.startsWith(MINUS) || text === '0' || text === '–' ? text : `+${text}`

export function percent(share: number | null | undefined): string {
  if (share === null || share === undefined) return '–'
  return `${(share * 100).toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`
}

/** The value as stored, for tooltips and exports. */
export function exact(value: number | null | undefined, unit = ''): string {
  if (value === null || value === undefined) return '–'
  const text = value.toLocaleString('en-US', { maximumFractionDigits: 20 })
  return unit === '' || unit === '1' ? text : `${text} ${pretty(unit)}`
}

export function scaled(value: number | null | undefined, scale: Scale): number | null {
  return value === null || value === undefined ? null : value * scale.factor
}

export const largest = (values: (number | null | undefined)[]): number =>
  values.reduce<number>((top, value) => Math.max(top, Math.abs(value ?? 0)), 0)

/** An interval of whole years or months as people write it; else its two days. */
export function span(period: string): string {
  const [from = '', to = ''] = period.split('/')
  if (to === '') return period
  const year = Number(from.slice(0, 4))
  if (from.endsWith('-01-01') && to === `${String(year + 1)}-01-01`) return String(year)
  const month = Number(from.slice(5, 7))
  const next = month === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(month + 1).padStart(2, '0')}-01`
  if (from.endsWith('-01') && to === next) return from.slice(0, 7)
  return `${from} – ${to}`
}

/** A stored instant in the visitor's own clock. */
export function moment(stamp: string): string {
  const at = new Date(stamp)
  if (Number.isNaN(at.getTime())) return stamp
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
