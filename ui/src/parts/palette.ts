/** Carriers, scopes and systems keep their colour on every page. */
const KNOWN: [RegExp, string][] = [
  [/electric|power|grid|purchased/i, '#3b7dc4'],
  [/natural_?gas|lng|cng/i, '#d9a441'],
  [/oil|kerosene|diesel|gasoline|petrol/i, '#9a5b3c'],
  [/coal|coke/i, '#5f6a72'],
  [/heat|steam/i, '#c2566b'],
  [/solar|pv|wind|renewable/i, '#6aa84f'],
  [/^(scope)?_?1$/i, '#a8672f'],
  [/^(scope)?_?2$/i, '#3b7dc4'],
  [/^(scope)?_?3$/i, '#7d6bb0'],
  [/^energy/i, '#4f8fb8'],
  [/produc|industr/i, '#b07a3a'],
  [/build/i, '#7d6bb0'],
  [/transport/i, '#4e9a86'],
  [/infra/i, '#80868b'],
  [/combust/i, '#a8672f'],
  [/process/i, '#b5544a'],
  [/measur|meter/i, '#0b7a75'],
  [/invoice|bill|record|report|statist|calculat/i, '#4f9d97'],
  [/estim|default|derived/i, '#d9a441'],
  [/missing/i, '#b5544a'],
  [/^co2$/i, '#6b7780'],
]
const REST = ['#5b8f9e', '#a07fb5', '#8d9a4a', '#c07f5a', '#6378a8', '#9a6a80', '#5a9a6e', '#b09a60']

export function colourOf(code: string): string {
  for (const [pattern, colour] of KNOWN) if (pattern.test(code)) return colour
  let sum = 0
  for (const char of code) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return REST[sum % REST.length] ?? '#80868b'
}

/** Dark or light lettering, whichever reads better on a colour. */
export function letteringOn(colour: string): string {
  const part = (at: number) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2
  const light = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
  return light > 0.3 ? '#1f2726' : '#ffffff'
}

/** Diverging pair: blue falls, orange rises; never green for good. */
export const FALLS = '#3f7fbf'
export const RISES = '#d07a2d'
export const TOTAL = '#6b7780'
