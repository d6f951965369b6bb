/** Table by table, what the workbook would change, with each fault at its row. */
import { Button } from 'antd'
import type { ImportPreview } from '../api/client'
import { Ledger } from '../parts/Ledger'
import { Panel } from '../parts/Page'
import { FaultList } from '../parts/states'
import { useText } from '../shell/lang'
import { Totals } from './Totals'

export function ImportResult({ preview, onSave }: { preview: ImportPreview; onSave: () => void }) {
  const { t, say } = useText()
  const hasChange = preview.is_new || preview.tables.some((table) => table.added + table.removed + table.changed > 0)
  return (
    <>
      <Panel title={preview.is_new ? t('import.new', { park: preview.park_id }) : t('import.changes')}>
        <Ledger
          label={t('import.changes')}
          rows={preview.tables}
          rowKey={(table) => table.table}
          columns={[
            { key: 'name', head: t('import.table'), isName: true, cell: (table) => say(table.label) },
            { key: 'rows', head: t('import.rows'), isNumber: true, cell: (table) => table.rows },
            { key: 'added', head: t('import.added'), isNumber: true, cell: (table) => table.added },
            { key: 'changed', head: t('import.changed'), isNumber: true, cell: (table) => table.changed },
            { key: 'removed', head: t('import.removed'), isNumber: true, cell: (table) => table.removed },
          ]}
        />
        <Totals totals={preview.totals} />
        <p>
          <Button type="primary" disabled={!preview.is_savable || !hasChange} onClick={onSave}>{t('sheet.save')}</Button>{' '}
          <span className="faint">
            {!preview.is_savable ? t('import.not_savable') : hasChange ? '' : t('import.nothing')}
          </span>
        </p>
      </Panel>
      {preview.faults.length > 0 && (
        <Panel title={t('sheet.faults', { n: preview.faults.length })}><FaultList faults={preview.faults} /></Panel>
      )}
    </>
  )
}
