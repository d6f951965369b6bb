/** Faults by cell: the API counts rows from one. */
import type { Fault } from '../api/client'
import { faultKey } from './grid/GridRow'

export const indexOf = (fault: Fault): number | null => (fault.row === null ? null : fault.row - 1)

/** The gravest fault of each cell. */
export function faultMap(faults: Fault[]): Map<string, Fault> {
  const map = new Map<string, Fault>()
  for (const fault of faults) {
    const row = indexOf(fault)
    if (row === null) continue
    const key = faultKey(row, fault.column)
    if (map.get(key)?.severity !== 'error') map.set(key, fault)
  }
  return map
}
