/** Faults by cell; rows are counted as a spreadsheet does, headings first. */
import type { Fault } from '../api/client'
import { faultKey, FIRST_ROW } from './grid/rows'

export const indexOf = (fault: Fault): number | null => (fault.row === null ? null : fault.row - FIRST_ROW)

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
