/** What each key does in the grid. */
import type { KeyboardEvent } from 'react'
import type { GridAction, GridState, Spot } from './state'

const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
  PageUp: [-15, 0], PageDown: [15, 0],
}

export function moved(state: GridState, down: number, along: number, columns: number): Spot {
  const hold = (value: number, count: number) => Math.max(0, Math.min(value, count - 1))
  return { row: hold(state.at.row + down, state.rows.length), column: hold(state.at.column + along, columns) }
}

function withControl(key: string, isShift: boolean, state: GridState, columns: string[]): GridAction | null {
  if (key === 'z') return { type: isShift ? 'redo' : 'undo' }
  if (key === 'y') return { type: 'redo' }
  if (key === 'Home') return { type: 'go', to: { row: 0, column: 0 }, isExtending: isShift }
  if (key === 'End') {
    return { type: 'go', to: { row: Math.max(0, state.rows.length - 1), column: columns.length - 1 }, isExtending: isShift }
  }
  return null
}

/** The action of a key press outside the editor, or null to leave it alone. */
export function actionOf(event: KeyboardEvent, state: GridState, columns: string[]): GridAction | null {
  const { key, shiftKey: isShift } = event
  if (event.ctrlKey || event.metaKey) return withControl(key.length === 1 ? key.toLowerCase() : key, isShift, state, columns)
  if (event.altKey) return null
  const move = MOVES[key]
  if (move) return { type: 'go', to: moved(state, move[0], move[1], columns.length), isExtending: isShift }
  if (key === 'Home' || key === 'End') {
    const column = key === 'Home' ? 0 : columns.length - 1
    return { type: 'go', to: { ...state.at, column }, isExtending: isShift }
  }
  return editing(event, state, columns)
}

function editing(event: KeyboardEvent, state: GridState, columns: string[]): GridAction | null {
  const { key } = event
  if (key === 'Delete' || key === 'Backspace') return { type: 'clear', columns }
  if (key === 'Enter' || key === 'F2') {
    return { type: 'edit', text: state.rows[state.at.row]?.[columns[state.at.column] ?? ''] ?? '' }
  }
  if (key.length === 1 && !event.nativeEvent.isComposing) return { type: 'edit', text: key }
  return null
}
