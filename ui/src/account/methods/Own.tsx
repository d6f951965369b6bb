/** Members that report by their own method: beside the park's figures, never in its sum. */
import { Figure } from '../../parts/Figure'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Comparison } from './ask'

type Row = Comparison['own'][number]

export function Own({ comparison }: { comparison: Comparison }) {
  const { t, say } = useText()
  if (comparison.own.length === 0) return null
  return (
    <Panel title={t('methods.own')} note={t('methods.own_note')}>
      <Ledger<Row>
        label={t('methods.own')}
        rows={comparison.own}
        rowKey={(row) => row.member_id}
        columns={[
          { key: 'member', head: t('cut.member'), isName: true, cell: (row) => say(row.label) },
          { key: 'method', head: t('methods.own_method'), isWide: true, cell: (row) => say(row.method) },
          { key: 'total', head: t('methods.own_total'), isNumber: true, cell: (row) => <><Figure of={row.total} showUnit />{!row.is_complete && <> <span className="tag bad">{t('methods.incomplete')}</span></>}</> },
          { key: 'park', head: t('methods.by_park'), isNumber: true, cell: (row) => <Figure of={row.by_park_method} showUnit /> },
        ]}
      />
    </Panel>
  )
}
