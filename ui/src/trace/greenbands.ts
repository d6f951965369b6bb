/** Power of a day in the order in which it is covered; colour says the kind of title. */
import type { Text } from '../api/client'
import type { GreenLedger } from './ask'
import type { Band } from './hours'

type Say = (text: Text | null | undefined) => string

export const OWNED = ['used', 'own', 'store', 'contract', 'certificate', 'open'] as const

const STACK = [
  ['own', '#d9a441'], ['store', '#7d6bb0'], ['contract', '#3b7dc4'], ['certificate', '#4e9a86'], ['open', '#b9c0be'],
] as const

export function greenBands(found: GreenLedger, say: Say): Band[] {
  const unit = 'MWh'
  return [
    ...STACK.map(([kind, colour]): Band => ({ name: say(found.sums[kind].label), unit, values: found.by_hour[kind], colour, kind: 'bar', stack: 'used' })),
    { name: say(found.over.label), unit, values: found.by_hour.over, colour: '#d07a2d', kind: 'line', isDashed: true },
  ]
}
