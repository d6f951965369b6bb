/** A table of one's own: kept in this browser only, for as long as the tab is open. */
import { useSyncExternalStore } from 'react'

export interface OwnTable {
  id: number
  name: string
  text: string
}

const KEY = 'tanlu.own-table'

function stored(): OwnTable | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (typeof found !== 'object' || found === null || !('text' in found) || !('name' in found)) return null
    const { name, text } = found
    return typeof name === 'string' && typeof text === 'string' ? { id: 0, name, text } : null
  } catch {
    return null
  }
}

let now: OwnTable | null = typeof sessionStorage === 'undefined' ? null : stored()
let last = 0
const listeners = new Set<() => void>()

export function keep(table: { name: string; text: string } | null): void {
  last += 1
  now = table && { id: last, ...table }
  try {
    if (now) sessionStorage.setItem(KEY, JSON.stringify({ name: now.name, text: now.text }))
    else sessionStorage.removeItem(KEY)
  } catch {
    // too large to survive a reload: it stays in memory
  }
  for (const tell of listeners) tell()
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => { listeners.delete(tell) }
}

export const useOwnTable = (): OwnTable | null => useSyncExternalStore(subscribe, () => now)

/** The text of a file, UTF-8 or what Chinese spreadsheets write. */
export function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
