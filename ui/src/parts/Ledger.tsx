/** A dense table: numbers right-aligned, unit in the head, scrolls by itself, fifty rows at a time. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useText } from '../shell/lang'

const STEP = 50

export interface Column<T> {
  key: string
  head: ReactNode
  unit?: string
  isNumber?: boolean
  /** the column that names the row */
  isName?: boolean
  /** holds sentences: keeps room for them on a phone */
  isWide?: boolean
  cell: (row: T) => ReactNode
}

interface Props<T> {
  label: string
  columns: Column<T>[]
  rows: T[]
  rowKey: (row: T, at: number) => string
  foot?: ReactNode
}

export function Ledger<T>({ label, columns, rows, rowKey, foot }: Props<T>) {
  const { t } = useText()
  const [limit, setLimit] = useState(STEP)
  return (
    <>
    <div className="ledger" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.isNumber ? 'right' : undefined}>
                {column.head}
                {column.unit ? <span className="unit">{column.unit}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row, at) => (
            <tr key={rowKey(row, at)}>
              {columns.map((column) => {
                const content = column.cell(row)
                const look = column.isNumber ? 'right' : column.isWide ? 'wide' : undefined
                if (column.isName) return <th key={column.key} scope="row" className={look}>{content}</th>
                return <td key={column.key} className={look}>{content}</td>
              })}
            </tr>
          ))}
        </tbody>
        {foot}
      </table>
    </div>
    {rows.length > limit && (
      <Button size="small" onClick={() => { setLimit(limit + STEP) }}>{t('action.more', { n: rows.length - limit })}</Button>
    )}
    </>
  )
}
