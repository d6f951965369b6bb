/** Factors that differ: old and new value, each with its document, and what that comes to. */
import { Link } from 'react-router'
import { digits, exact, pretty } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import type { FactorChange } from './ask'

function Side({ of }: { of: FactorChange['old'] }) {
  if (!of) return <span className="absent">–</span>
  return (
    <>
      <span title={exact(of.value, of.unit)}>{digits(of.value)}</span>{' '}
      <span className="unit">{pretty(of.unit)}</span>
      <div className="faint">{of.citation_id} {of.clause}</div>
    </>
  )
}

export function Changes({ changes, unit }: { changes: FactorChange[]; unit: string }) {
  const { t, say } = useText()
  const { link } = useView()
  if (changes.length === 0) return <p className="faint">{t('bridge.no_factors')}</p>
  return (
    <Ledger
      label={t('bridge.factors')}
      rows={changes}
      rowKey={(change, at) => `${change.subject}.${change.quantity}:${String(at)}`}
      columns={[
        { key: 'subject', head: t('cut.carrier'), isName: true, cell: (change) => <Link to={link(`/catalog/${change.subject}`)}>{say(change.subject_label)}</Link> },
        { key: 'quantity', head: t('bridge.quantity'), cell: (change) => say(change.quantity_label) },
        { key: 'cause', head: t('bridge.cause'), cell: (change) => t(change.cause === 'method' ? 'bridge.method' : 'bridge.factor') },
        { key: 'old', head: t('bridge.before'), isWide: true, cell: (change) => <Side of={change.old} /> },
        { key: 'new', head: t('bridge.after'), isWide: true, cell: (change) => <Side of={change.new} /> },
        { key: 'lines', head: t('bridge.lines'), isNumber: true, cell: (change) => change.lines },
        { key: 'co2', head: t('bridge.change'), unit: pretty(unit), isNumber: true, cell: (change) => <span title={exact(change.co2_t, unit)}>{digits(change.co2_t)}</span> },
      ]}
    />
  )
}
