/** Factors keep their colour and their hatching on every page. */
const LOOKS: Record<string, string> = {
  output: '#6b7780', intensity: '#3b7dc4', mix: '#c2566b', factor: '#d9a441', structure: '#7d6bb0',
  direct_intensity: '#9a5b3c', direct: '#9a5b3c', carbon_intensity: '#4e9a86', energy: '#4f8fb8',
}
const REST = ['#6b7780', '#3b7dc4', '#d07a2d', '#7d6bb0', '#4e9a86', '#c2566b', '#9a5b3c', '#8d9a4a']
const HATCHES = [
  null,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  { symbol: 'circle', dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.6 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: 0 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: Math.PI / 2 },
] as const

export const factorColour = (code: string, at: number): string => LOOKS[code] ?? REST[at % REST.length] ?? '#80868b'

/** Never by colour alone: each place in the list has a hatching of its own. */
export function hatch(at: number): object | null {
  const found = HATCHES[at % HATCHES.length]
  return found ? { color: 'rgba(255,255,255,0.45)', ...found } : null
}
