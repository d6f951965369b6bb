/** The open cell: a line of text, or a list where only some values are allowed. */
import { useRef, useState, type KeyboardEvent } from 'react'
import type { ColumnView } from '../../api/client'
import { useText } from '../../shell/lang'

export function Editor({ column, text, commit, cancel }: {
  column: ColumnView
  text: string
  commit: (text: string, down: number, along: number) => void
  cancel: () => void
}) {
  const { say } = useText()
  const [value, setValue] = useState(text)
  const isOver = useRef(false)
  const finish = (next: string, down: number, along: number) => {
    if (isOver.current) return
    isOver.current = true
    commit(next, down, along)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') finish(value, event.shiftKey ? -1 : 1, 0)
    else if (event.key === 'Tab') finish(value, 0, event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') { isOver.current = true; cancel() }
    else return
    event.preventDefault()
  }
  const common = { 'aria-label': say(column.label), autoFocus: true, onKeyDown, onBlur: () => { finish(value, 0, 0) } }
  const stop = { onPointerDown: (event: { stopPropagation: () => void }) => { event.stopPropagation() } }
  if (column.choices.length > 0 && column.choices.length <= 60) {
    const start = column.choices.includes(value) || value === '' ? value : (column.choices.find((each) => each.startsWith(value)) ?? '')
    return (
      <select {...common} {...stop} value={start} onChange={(event) => { setValue(event.target.value); finish(event.target.value, 0, 0) }}>
        <option value="" />
        {column.choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
      </select>
    )
  }
  return <input {...common} {...stop} value={value} onChange={(event) => { setValue(event.target.value) }} />
}
