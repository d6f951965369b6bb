/** Clauses that concern the park: document, what it demands, whom it is for. */
import { ReadTag } from '../../parts/FactorBlock'
import { Ledger } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import { Cited } from '../Cited'
import type { Clause } from './ask'

export function Clauses({ rows }: { rows: Clause[] }) {
  const { t, say } = useText()
  return (
    <Ledger
      label={t('diagnosis.documents')}
      rows={rows}
      rowKey={(row, at) => `${row.cite}:${String(at)}`}
      columns={[
        { key: 'cite', head: t('assumption.source'), isName: true, isWide: true, cell: (row) => <Cited cite={row.cite} /> },
        { key: 'says', head: t('diagnosis.clause'), isWide: true, cell: (row) => say(row.says) },
        { key: 'year', head: t('term.year'), isNumber: true, cell: (row) => row.target?.year ?? '–' },
        { key: 'scope', head: t('diagnosis.scope'), cell: (row) => <span className="tag">{say(row.scope)}</span> },
        { key: 'status', head: t('diagnosis.status'), cell: (row) => row.status !== '' && <ReadTag read={row.status} /> },
      ]}
    />
  )
}
