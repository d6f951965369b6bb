/** The park beside the zero-carbon indicators. */
import { Figure } from '../../parts/Figure'
import { digits, pretty } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import type { Benchmark } from './ask'

const LOOKS = {
  met: { look: 'good', text: 'zero.met' },
  missed: { look: 'bad', text: 'zero.missed' },
  open: { look: 'warn', text: 'zero.open' },
  unknown: { look: '', text: 'zero.unknown' },
} as const
const SHARE = { factor: 100, unit: '%' }

export function Benchmarks({ rows }: { rows: Benchmark[] }) {
  const { t, say } = useText()
  const unit = (row: Benchmark) => ({ 1: '%', grade: '' })[row.unit] ?? pretty(row.unit)
  return (
    <Ledger
      label={t('diagnosis.benchmarks')}
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        { key: 'name', head: t('zero.indicator'), isName: true, isWide: true, cell: (row) => <span title={row.cite}>{say(row.label)}</span> },
        { key: 'value', head: t('zero.figure'), isNumber: true, cell: (row) => row.unit === '1' ? <Figure of={row.value} scale={SHARE} showUnit /> : <Figure of={row.value} showUnit /> },
        {
          key: 'limit', head: t('zero.limit'), isNumber: true,
          cell: (row) => row.limit === null ? '–' : <span className="num">{row.sense === 'at_most' ? '≤' : '≥'} {digits(row.unit === '1' ? row.limit * 100 : row.limit)} {unit(row)}</span>,
        },
        { key: 'verdict', head: t('plan.met'), cell: (row) => <span className={`tag ${LOOKS[row.verdict].look}`}>{t(LOOKS[row.verdict].text)}</span> },
      ]}
    />
  )
}
