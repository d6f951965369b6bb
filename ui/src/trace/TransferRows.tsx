/** Transfers of a member: partner, carrier, how much, how much carbon, how clean. */
import { Figure } from '../parts/Figure'
import { largest, scaleOf } from '../parts/format'
import { Ledger, type Column } from '../parts/Ledger'
import { useText } from '../shell/lang'
import type { CarbonTransfer, StatedTransfer } from './ask'

type Row = CarbonTransfer | StatedTransfer

export function TransferRows({ rows, side, hasHow = false }: { rows: Row[]; side: 'start' | 'end'; hasHow?: boolean }) {
  const { t, say } = useText()
  if (rows.length === 0) return <p className="faint">{t('trace.no_rows')}</p>
  const scale = scaleOf(rows[0]?.carbon.unit ?? '', largest(rows.map((row) => row.carbon.value)), t)
  const columns: Column<Row>[] = [
    { key: 'who', head: side === 'start' ? t('trace.from') : t('trace.to'), isName: true, cell: (row) => say(row[side]) },
    { key: 'carrier', head: t('cut.carrier'), cell: (row) => say(row.carrier) },
    { key: 'amount', head: t('line.amount'), isNumber: true, cell: (row) => <Figure of={row.amount} showUnit /> },
    { key: 'carbon', head: t('trace.carbon'), unit: scale.unit, isNumber: true, cell: (row) => <Figure of={row.carbon} scale={scale} /> },
    { key: 'clean', head: t('trace.intensity'), isNumber: true, cell: (row) => <Figure of={row.intensity} showUnit /> },
  ]
  if (hasHow) {
    columns.push({
      key: 'how', head: t('trace.how'), isWide: true,
      cell: (row) => ('how' in row ? row.how.map((text) => <div key={text.en}>{say(text)}</div>) : null),
    })
  }
  return (
    <Ledger<Row>
      label={side === 'start' ? t('trace.from_whom') : t('trace.to_whom')} rows={rows}
      rowKey={(row) => `${row.from_id}:${row.to_id}:${row.carrier_id}`} columns={columns}
    />
  )
}
