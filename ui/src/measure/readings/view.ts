/** What the address says a page of readings looks at. */
import { useView } from '../../shell/view'
import type { Align, By, Window } from './ask'
import { isDay } from './days'

/** Goes along from one page of readings to the next. */
export const CARRIED = ['channel', 'system', 'carrier', 'from', 'to'] as const

const STEPS: By[] = ['auto', 'native', 'hour', 'day']

export function useWindow() {
  const { cut, search, set, link, park } = useView()
  const text = (name: string) => search.get(name) ?? undefined
  const day = (name: string) => { const found = text(name); return isDay(found) ? found : undefined }
  const window: Window = {
    park: cut.park, channel: text('channel'), member: cut.member, system: text('system'),
    carrier: text('carrier'), from: day('from'), to: day('to'),
  }
  const by = STEPS.find((step) => step === text('by')) ?? 'auto'
  const align: Align = text('align') === 'date' ? 'date' : 'weekday'
  return { window, by, align, search, set, link, park }
}
