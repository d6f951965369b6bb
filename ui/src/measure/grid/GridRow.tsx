/** One row of the grid; drawn again only when something in it changed. */
import { memo, type Dispatch, type PointerEvent, type RefObject } from 'react'
import type { ColumnView, Fault, Row } from '../../api/client'
import { useText } from '../../shell/lang'
import { Editor } from './Editor'
import { faultKey, FIRST_ROW } from './rows'
import type { GridAction } from './state'

interface Props {
  index: number
  row: Row
  before: Row | undefined
  columns: ColumnView[]
  widths: number[]
  faults: Map<string, Fault>
  left: number
  right: number
  current: number
  draft: string | null
  isReadOnly: boolean
  dispatch: Dispatch<GridAction>
  commit: (text: string, down: number, along: number) => void
  dragging: RefObject<boolean>
}

const isNumber = (column: ColumnView): boolean => /number|decimal|float|int|amount/.test(column.kind)

function Cell({ props, column, at }: { props: Props; column: ColumnView; at: number }) {
  const { t, say } = useText()
  const { index, row, before, faults, left, right, current, draft, isReadOnly, dispatch, commit, dragging } = props
  const value = row[column.name] ?? ''
  const was = before?.[column.name] ?? ''
  const fault = faults.get(faultKey(index, column.name))
  const isIn = at >= left && at <= right
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return
    dragging.current = event.pointerType === 'mouse'
    dispatch({ type: 'go', to: { row: index, column: at }, isExtending: event.shiftKey })
  }
  const pass = () => {
    if (dragging.current) dispatch({ type: 'go', to: { row: index, column: at }, isExtending: true })
  }
  const classes = [
    isNumber(column) && 'cell-number', isIn && 'in', at === current && 'at',
    fault && `fault-${fault.severity}`, was !== value && 'changed',
  ]
  const hint = () => {
    if (fault) return `${say(fault.what)} ${say(fault.fix)}`
    return was === value ? value : t('grid.was', { value: was || '–' })
  }
  return (
    <div
      id={`cell-${String(index)}-${String(at)}`} role="gridcell" aria-colindex={at + 2} aria-selected={isIn}
      data-at={at === current ? '' : undefined} aria-invalid={fault?.severity === 'error' ? true : undefined}
      style={{ width: props.widths[at] }} className={classes.filter(Boolean).join(' ')}
      title={hint()}
      onPointerDown={press} onPointerEnter={pass}
      onDoubleClick={() => { if (!isReadOnly) dispatch({ type: 'edit', text: value }) }}
    >
      {at === current && draft !== null
        ? <Editor column={column} text={draft} commit={commit} cancel={() => { dispatch({ type: 'cancel' }) }} />
        : value}
    </div>
  )
}

function Plain(props: Props) {
  const { index, columns, faults, dispatch } = props
  const { say } = useText()
  const fault = faults.get(faultKey(index, null))
  const whole = () => {
    dispatch({ type: 'go', to: { row: index, column: 0 } })
    dispatch({ type: 'go', to: { row: index, column: columns.length - 1 }, isExtending: true })
  }
  return (
    <div role="row" aria-rowindex={index + 2}>
      <div role="rowheader" onClick={whole} className={fault ? `fault-${fault.severity}` : undefined} title={fault && say(fault.what)}>
        {index + FIRST_ROW}
      </div>
      {columns.map((column, at) => <Cell key={column.name} props={props} column={column} at={at} />)}
    </div>
  )
}

export const GridRow = memo(Plain)
