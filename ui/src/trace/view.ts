/** What the address says a page of carbon flow looks at. */
import { useView } from '../shell/view'
import type { How, Level, Valued } from './ask'

/** Goes along from one page of carbon flow to the next. */
export const CARRIED = ['at', 'day', 'level', 'view'] as const

export type Kind = 'year' | 'month' | 'day' | 'hour'

const LENGTHS: Record<number, Kind> = { 7: 'month', 10: 'day', 13: 'hour' }

export const kindOf = (at: string): Kind => LENGTHS[at.length] ?? 'year'

export const VIEWS: Valued[] = ['location', 'market', 'booked']

export function useTrace() {
  const { park, year, version, member, search, set, link } = useView()
  const asked = search.get('at') ?? ''
  // a span of another year than the one chosen above is an old one
  const at = asked.startsWith(String(year)) ? asked : String(year)
  const level: Level = search.get('level') === 'facility' ? 'facility' : 'enterprise'
  const view = VIEWS.find((each) => each === search.get('view')) ?? 'location'
  const how: How = { park: park.park_id, version, level, view }
  // the member chosen as boundary above; a facility is one at its own level
  const kind = park.tree.find((each) => each.member_id === member)?.kind
  const one = kind === undefined || kind === 'park' ? undefined : member
  const ofOne: How = { ...how, level: kind === 'facility' ? 'facility' : 'enterprise' }
  return { how, ofOne, at, kind: kindOf(at), year, park, member: one, search, set, link }
}
