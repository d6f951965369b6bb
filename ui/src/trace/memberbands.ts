/** What the charts of a member show: its parts by month and by hour, and how clean what it gets is. */
import type { Text } from '../api/client'
import { pretty } from '../parts/format'
import { colourOf } from '../parts/palette'
import type { MemberCarbon, MemberDay } from './ask'
import type { Band } from './hours'

type Say = (text: Text | null | undefined) => string

const COLOURS = { direct: '#a8672f', bought: '#3b7dc4', received: '#7d6bb0', given: '#80868b', own: '#0b7a75' }
const STACKED = ['direct', 'bought', 'received'] as const

export function monthBands(found: MemberCarbon, say: Say): Band[] {
  const unit = pretty(found.statement.own.unit)
  const of = (part: keyof typeof COLOURS) => found.months.map((each) => each[part].value)
  return [
    ...STACKED.map((part): Band => ({ name: say(found.statement[part].label), unit, values: of(part), colour: COLOURS[part], kind: 'bar', stack: 'in' })),
    { name: say(found.statement.given.label), unit, values: of('given'), colour: COLOURS.given, kind: 'bar' },
    { name: say(found.statement.own.label), unit, values: of('own'), colour: COLOURS.own, kind: 'line' },
  ]
}

export function dayBands(found: MemberDay, say: Say): Band[] {
  const unit = pretty(found.mass_unit)
  return [
    ...STACKED.map((part): Band => ({ name: say(found.statement[part].label), unit, values: found.by_hour[part], colour: COLOURS[part], kind: 'bar', stack: 'in' })),
    { name: say(found.statement.own.label), unit, values: found.by_hour.own, colour: COLOURS.own, kind: 'line' },
  ]
}

/** One line per carrier; carriers of another unit than the first have the axis on the right. */
export function intensityBands(found: MemberDay, say: Say): Band[] {
  const mass = pretty(found.mass_unit)
  const first = found.carriers[0]?.unit
  return found.carriers.map((each) => ({
    name: `${say(each.carrier)} (${mass}/${pretty(each.unit)})`, unit: `${mass}/${pretty(each.unit)}`, values: each.intensity,
    colour: colourOf(each.carrier_id), kind: 'line', isRight: each.unit !== first, isDashed: each.unit !== first,
  }))
}
