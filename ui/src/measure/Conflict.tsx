/** Someone else saved first: shown, never overwritten. */
import { Alert, Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { api, take, type Row, type TableView } from '../api/client'
import { Ledger } from '../parts/Ledger'
import { Answer } from '../parts/states'
import { FIRST_ROW } from './grid/rows'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'

interface Difference {
  row: number
  column: string
  theirs: string
  mine: string
}

/** Cells that the other user changed since I opened the table. */
export function differences(base: Row[], theirs: Row[], mine: Row[], columns: string[]): Difference[] {
  const out: Difference[] = []
  for (let row = 0; row < Math.max(base.length, theirs.length); row++) {
    for (const column of columns) {
      const before = base[row]?.[column] ?? ''
      const now = theirs[row]?.[column] ?? ''
      if (before !== now) out.push({ row: row + FIRST_ROW, column, theirs: now, mine: mine[row]?.[column] ?? '' })
    }
  }
  return out
}

export function Conflict({ view, rows, onTake }: { view: TableView; rows: Row[]; onTake: (newest: TableView) => void }) {
  const { t } = useText()
  const { park } = useView()
  const columns = view.columns.map((column) => column.name)
  const newest = useQuery({
    queryKey: ['conflict', park.park_id, view.table, view.version],
    staleTime: 0,
    gcTime: 0,
    queryFn: () => take(api.GET('/api/v1/parks/{park_id}/tables/{table}', { params: { path: { park_id: park.park_id, table: view.table } } })),
  })
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('conflict.title')}
      description={
        <Answer of={newest}>
          {(theirs) => {
            const cells = differences(view.rows, theirs.rows, rows, columns)
            return (
              <>
                <p>{t('conflict.what', { base: view.version, now: theirs.version, n: cells.length })}</p>
                {cells.length > 0 && (
                  <Ledger
                    label={t('conflict.title')} rows={cells.slice(0, 30)} rowKey={(each) => `${String(each.row)}:${each.column}`}
                    columns={[
                      { key: 'row', head: t('grid.row'), isName: true, cell: (each) => each.row },
                      { key: 'column', head: t('conflict.column'), cell: (each) => each.column },
                      { key: 'theirs', head: t('conflict.theirs'), cell: (each) => each.theirs || '–' },
                      { key: 'mine', head: t('conflict.mine'), cell: (each) => each.mine || '–' },
                    ]}
                  />
                )}
                <Button size="small" onClick={() => { onTake(theirs) }}>{t('conflict.take')}</Button>
              </>
            )
          }}
        </Answer>
      }
    />
  )
}
