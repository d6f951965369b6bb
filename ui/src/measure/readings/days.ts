/** Days of the calendar as the address writes them: moving about, nothing is counted. */
const DAY_MS = 86_400_000

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const written = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const isDay = (text: string | null | undefined): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text))

export const moved = (day: string, days: number): string => written(at(day) + days * DAY_MS)

/** How many days, both ends in. */
export const length = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY_MS) + 1

export type Reach = 'day' | 'week' | 'month' | 'year'

/** The day, week (from Monday), month or year that a day lies in. */
export function reach(day: string, kind: Reach): { from: string; to: string } {
  if (kind === 'day') return { from: day, to: day }
  if (kind === 'week') {
    const monday = moved(day, -((new Date(at(day)).getUTCDay() + 6) % 7))
    return { from: monday, to: moved(monday, 6) }
  }
  const year = Number(day.slice(0, 4))
  if (kind === 'year') return { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` }
  const first = `${day.slice(0, 7)}-01`
  return { from: first, to: moved(written(Date.UTC(year, Number(day.slice(5, 7)), 1)), -1) }
}

/** Which of these a span is; undefined when none. */
export function reachOf(from: string, to: string): Reach | undefined {
  return (['day', 'week', 'month', 'year'] as const).find((kind) => {
    const span = reach(from, kind)
    return span.from === from && span.to === to
  })
}

/** The span before or after one: a whole month for a month, else as many days. */
export function stepped(from: string, to: string, way: -1 | 1): { from: string; to: string } {
  const kind = reachOf(from, to)
  if (kind !== undefined) return reach(way === 1 ? moved(to, 1) : moved(from, -1), kind)
  const days = length(from, to) * way
  return { from: moved(from, days), to: moved(to, days) }
}
