/** A spreadsheet: ranges, paste, undo, faults at the cell; draws only what is in sight. */
import { useEffect, useMemo, useRef, useState, type ClipboardEvent, type Dispatch, type KeyboardEvent } from 'react'
import type { ColumnView, Fault, Row } from '../../api/client'
import { useText } from '../../shell/lang'
import { GridRow } from './GridRow'
import { actionOf, moved } from './keys'
import { range, type GridAction, type GridState } from './state'
import { blockTsv, parseTsv } from './tsv'

const HEIGHT = 30
const BESIDE = 12

export interface GridProps {
  label: string
  columns: ColumnView[]
  state: GridState
  dispatch: Dispatch<GridAction>
  faults: Map<string, Fault>
  isReadOnly: boolean
  original: Row[]
}

/** Chinese signs are twice as wide as Latin ones. */
const span = (text: string): number => [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 13.2 : 7.4), 0)

function widthsOf(columns: ColumnView[], rows: Row[], say: (column: ColumnView) => string): number[] {
  return columns.map((column) => {
    const cells = rows.slice(0, 60).map((row) => span(row[column.name] ?? ''))
    const widest = Math.max(span(say(column)) + 12, span(column.example), ...cells)
    return Math.round(Math.max(72, Math.min(280, widest + 22)))
  })
}

function useWindow(count: number) {
  const host = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const height = 640
  const from = Math.max(0, Math.floor(top / HEIGHT) - BESIDE)
  const to = Math.min(count, Math.ceil((top + height) / HEIGHT) + BESIDE)
  return { host, from, to, follow: () => { setTop(host.current?.scrollTop ?? 0) } }
}

export function Grid({ label, columns, state, dispatch, faults, isReadOnly, original }: GridProps) {
  const { t, say, lang } = useText()
  const names = columns.map((column) => column.name)
  const widths = useMemo(() => widthsOf(columns, original, (column) => column.label[lang]), [columns, original, lang])
  const { host, from, to, follow } = useWindow(state.rows.length)
  const dragging = useRef(false)
  const box = range(state)
  const { at, draft } = state

  useEffect(() => {
    const view = host.current
    if (!view) return
    const y = at.row * HEIGHT
    if (y < view.scrollTop) view.scrollTop = y
    else if (y + 2 * HEIGHT > view.scrollTop + view.clientHeight) view.scrollTop = y + 2 * HEIGHT - view.clientHeight + 12
    view.querySelector('[data-at]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at, host])
  useEffect(() => { if (draft === null && host.current?.contains(document.activeElement)) host.current.focus({ preventScroll: true }) }, [draft, host])
  useEffect(() => {
    const stop = () => { dragging.current = false }
    window.addEventListener('pointerup', stop)
    return () => { window.removeEventListener('pointerup', stop) }
  }, [])

  const onKey = (event: KeyboardEvent) => {
    if (draft !== null) return
    const action = actionOf(event, state, names)
    if (!action || (isReadOnly && action.type !== 'go')) return
    event.preventDefault()
    dispatch(action)
  }
  const commit = (text: string, down: number, along: number) => {
    dispatch({ type: 'write', cells: [[text]], columns: names })
    dispatch({ type: 'go', to: moved(state, down, along, names.length) })
    host.current?.focus({ preventScroll: true })
  }
  const onCopy = (event: ClipboardEvent, isCut = false) => {
    if (draft !== null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', blockTsv(state.rows.slice(box.top, box.bottom + 1), names.slice(box.left, box.right + 1)))
    if (isCut && !isReadOnly) dispatch({ type: 'clear', columns: names })
  }
  const onPaste = (event: ClipboardEvent) => {
    if (draft !== null || isReadOnly) return
    event.preventDefault()
    dispatch({ type: 'write', cells: parseTsv(event.clipboardData.getData('text/plain')), columns: names })
  }
  const width = 48 + widths.reduce((sum, each) => sum + each, 0)
  return (
    <div
      ref={host} className="grid" role="grid" tabIndex={0} aria-label={label} aria-multiselectable="true"
      aria-rowcount={state.rows.length + 1} aria-colcount={columns.length + 1} aria-readonly={isReadOnly}
      aria-activedescendant={state.rows.length > 0 ? `cell-${String(at.row)}-${String(at.column)}` : undefined}
      onScroll={follow} onKeyDown={onKey} onCopy={onCopy} onCut={(event) => { onCopy(event, true) }} onPaste={onPaste}
    >
      <div className="grid-head" role="rowgroup" style={{ width }}>
        <div role="row" aria-rowindex={1}>
          <div role="columnheader" className="corner">{t('grid.row')}</div>
          {columns.map((column, along) => (
            <div key={column.name} role="columnheader" data-column={column.name} style={{ width: widths[along] }} title={`${say(column.label)} (${column.name})\n${say(column.help)}`}>
              {say(column.label)}{column.is_required && <span className="star" title={t('grid.required')}>*</span>}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ width, paddingTop: from * HEIGHT, paddingBottom: (state.rows.length - to) * HEIGHT }}>
        {state.rows.slice(from, to).map((row, offset) => {
          const index = from + offset
          return (
            <GridRow
              key={index} index={index} row={row} before={original[index]} columns={columns} widths={widths} faults={faults}
              left={index >= box.top && index <= box.bottom ? box.left : -1}
              right={index >= box.top && index <= box.bottom ? box.right : -2}
              current={index === at.row ? at.column : -1} draft={index === at.row ? draft : null}
              isReadOnly={isReadOnly} dispatch={dispatch} commit={commit} dragging={dragging}
            />
          )
        })}
      </div>
    </div>
  )
}
