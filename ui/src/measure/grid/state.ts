/** Rows being edited: every change is one step that can be undone. */
import type { Row } from '../../api/client'

export interface Spot {
  row: number
  column: number
}

export interface GridState {
  rows: Row[]
  past: Row[][]
  future: Row[][]
  at: Spot
  anchor: Spot
  /** text in the open editor, or null */
  draft: string | null
}

export type GridAction =
  | { type: 'load'; rows: Row[] }
  | { type: 'go'; to: Spot; isExtending?: boolean }
  | { type: 'edit'; text: string }
  | { type: 'cancel' }
  | { type: 'write'; cells: string[][]; columns: string[] }
  | { type: 'clear'; columns: string[] }
  | { type: 'add'; columns: string[] }
  | { type: 'remove'; columns: string[] }
  | { type: 'undo' }
  | { type: 'redo' }

export const HISTORY = 200
const START: Spot = { row: 0, column: 0 }

export const fresh = (rows: Row[]): GridState =>
  ({ rows, past: [], future: [], at: START, anchor: START, draft: null })

export function range(state: Pick<GridState, 'at' | 'anchor'>) {
  const { at, anchor } = state
  return {
    top: Math.min(at.row, anchor.row), bottom: Math.max(at.row, anchor.row),
    left: Math.min(at.column, anchor.column), right: Math.max(at.column, anchor.column),
  }
}

const changed = (state: GridState, rows: Row[], more: Partial<GridState> = {}): GridState =>
  ({ ...state, rows, past: [...state.past.slice(-HISTORY + 1), state.rows], future: [], draft: null, ...more })

const emptyRow = (columns: string[]): Row => Object.fromEntries(columns.map((column) => [column, null]))
const stored = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** One cell copied over a range fills it; a block is written from its corner. */
function write(state: GridState, cells: string[][], columns: string[]): GridState {
  const { top, left, bottom, right } = range(state)
  const isFill = cells.length === 1 && cells[0]?.length === 1
  const height = isFill ? bottom - top + 1 : cells.length
  const width = isFill ? right - left + 1 : Math.max(...cells.map((line) => line.length))
  const rows = [...state.rows]
  while (rows.length < top + height) rows.push(emptyRow(columns))
  for (let down = 0; down < height; down++) {
    const row = { ...rows[top + down] }
    for (let along = 0; along < width && left + along < columns.length; along++) {
      const text = isFill ? cells[0]?.[0] : cells[down]?.[along]
      const column = columns[left + along]
      if (column !== undefined && text !== undefined) row[column] = stored(text)
    }
    rows[top + down] = row
  }
  if (isFill) return changed(state, rows)
  const end = { row: top + height - 1, column: Math.min(columns.length, left + width) - 1 }
  return changed(state, rows, { anchor: { row: top, column: left }, at: end })
}

function remove(state: GridState, columns: string[]): GridState {
  const { top, bottom } = range(state)
  const rows = state.rows.filter((_, at) => at < top || at > bottom)
  const row = Math.min(top, Math.max(0, rows.length - 1))
  const at = { row, column: Math.min(state.at.column, columns.length - 1) }
  return changed(state, rows, { at, anchor: at })
}

function back(state: GridState): GridState {
  const rows = state.past.at(-1)
  if (!rows) return state
  return inside({ ...state, rows, past: state.past.slice(0, -1), future: [state.rows, ...state.future], draft: null })
}

function forth(state: GridState): GridState {
  const [rows, ...future] = state.future
  if (!rows) return state
  return inside({ ...state, rows, past: [...state.past, state.rows], future, draft: null })
}

function inside(state: GridState): GridState {
  const hold = (spot: Spot): Spot => ({ ...spot, row: Math.max(0, Math.min(spot.row, state.rows.length - 1)) })
  return { ...state, at: hold(state.at), anchor: hold(state.anchor) }
}

function add(state: GridState, columns: string[]): GridState {
  const { bottom } = range(state)
  const place = state.rows.length === 0 ? 0 : bottom + 1
  const rows = [...state.rows.slice(0, place), emptyRow(columns), ...state.rows.slice(place)]
  const at = { row: place, column: 0 }
  return changed(state, rows, { at, anchor: at })
}

export function reduce(state: GridState, action: GridAction): GridState {
  switch (action.type) {
    case 'load': return fresh(action.rows)
    case 'go': return { ...state, at: action.to, anchor: action.isExtending ? state.anchor : action.to, draft: null }
    case 'edit': return state.rows.length === 0 ? state : { ...state, anchor: state.at, draft: action.text }
    case 'cancel': return { ...state, draft: null }
    case 'write': return write(state, action.cells, action.columns)
    case 'clear': return write(state, [['']], action.columns)
    case 'add': return add(state, action.columns)
    case 'remove': return state.rows.length === 0 ? state : remove(state, action.columns)
    case 'undo': return back(state)
    case 'redo': return forth(state)
  }
}
