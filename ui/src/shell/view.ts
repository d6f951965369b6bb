/** Park · boundary · period · version: kept in the address on every page. */
import { createContext, useCallback, useContext } from 'react'
import { useSearchParams } from 'react-router'
import type { Park } from '../api/client'

const KEPT = ['park', 'member', 'year', 'version', 'lang', 'theme'] as const

const number = (text: string | null): number | undefined =>
  text !== null && /^\d+$/.test(text) ? Number(text) : undefined

/** The part of a query string that goes along to the next page. */
export function kept(search: URLSearchParams, extra: Record<string, string> = {}): string {
  const out = new URLSearchParams()
  for (const name of KEPT) {
    const value = search.get(name)
    if (value) out.set(name, value)
  }
  for (const [name, value] of Object.entries(extra)) out.set(name, value)
  const text = out.toString()
  return text === '' ? '' : `?${text}`
}

/** A query string with some parameters changed; undefined removes. */
export function patched(
  search: URLSearchParams,
  patch: Record<string, string | undefined>,
): URLSearchParams {
  const out = new URLSearchParams(search)
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined || value === '') out.delete(name)
    else out.set(name, value)
  }
  return out
}

export const ParkContext = createContext<Park | null>(null)

export function useAddress() {
  const [search, setSearch] = useSearchParams()
  const set = useCallback(
    (patch: Record<string, string | undefined>, replace = false) => {
      setSearch((now) => patched(now, patch), { replace, preventScrollReset: true })
    },
    [setSearch],
  )
  const link = (path: string, extra?: Record<string, string>) => path + kept(search, extra)
  return { search, set, link }
}

/** What the visitor looks at; only inside the frame, where the park is known. */
export function useView() {
  const park = useContext(ParkContext)
  if (park === null) throw new Error('outside the frame')
  const { search, set, link } = useAddress()
  const member = search.get('member') ?? undefined
  const asked = number(search.get('year'))
  const last = park.years.at(-1) ?? new Date().getFullYear()
  const year = asked ?? last
  const version = number(search.get('version'))
  const cut = { park: park.park_id, member, version }
  return { park, member, year, version, cut, search, set, link }
}
