/** Weighted means of batches; a row opens to the batches it is made of. */
import { Figure } from '../../parts/Figure'
import { digits, exact, percent, pretty, span } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Mean } from './ask'

export function Means({ means }: { means: Mean[] }) {
  const { t, say } = useText()
  return (
    <Panel title={t('measured.means')} note={t('measured.means_note')}>
      <Ledger
        label={t('measured.table', { name: t('measured.means') })}
        rows={means}
        rowKey={(mean) => mean.mean_id}
        columns={[
          { key: 'carrier', head: t('cut.carrier'), isName: true, cell: (mean) => say(mean.carrier_label) },
          { key: 'member', head: t('cut.member'), cell: (mean) => say(mean.member) },
          { key: 'period', head: t('line.period'), cell: (mean) => <span className="num">{span(mean.period)}</span> },
          { key: 'batches', head: t('measured.batches'), isNumber: true, cell: (mean) => mean.batches.length },
          {
            key: 'weighed', head: t('measured.weighed'), isNumber: true,
            cell: (mean) => (
              <span title={exact(mean.weighed, mean.unit)}>
                {digits(mean.weighed)} / {digits(mean.used)}<span className="unit">{pretty(mean.unit)}</span>
              </span>
            ),
          },
          { key: 'values', head: t('measured.values'), isWide: true, cell: (mean) => <Values mean={mean} /> },
        ]}
      />
      {means.map((mean) => <Batches key={mean.mean_id} mean={mean} />)}
    </Panel>
  )
}

function Values({ mean }: { mean: Mean }) {
  const { say } = useText()
  return (
    <>
      {mean.values.map((value) => (
        <div className="list-row" key={value.key}><span>{say(value.label)}</span><Figure of={value} showUnit /></div>
      ))}
    </>
  )
}

function Batches({ mean }: { mean: Mean }) {
  const { t, say } = useText()
  const name = `${say(mean.carrier_label)} · ${say(mean.member)} · ${span(mean.period)}`
  return (
    <details>
      <summary>{t('measured.batches_of', { name })}</summary>
      <Ledger
        label={t('measured.batches_of', { name })}
        rows={mean.batches}
        rowKey={(batch) => batch.record_id}
        columns={[
          { key: 'record', head: t('line.record'), isName: true, cell: (batch) => batch.record_id },
          { key: 'amount', head: t('line.amount'), unit: pretty(mean.unit), isNumber: true, cell: (batch) => digits(batch.amount) },
          { key: 'weight', head: t('measured.weight'), isNumber: true, cell: (batch) => percent(batch.weight) },
          { key: 'ncv', head: t('measured.ncv'), unit: pretty(`GJ/${mean.unit}`), isNumber: true, cell: (batch) => digits(batch.ncv) },
          { key: 'content', head: t('measured.content'), unit: pretty(`t C/${mean.unit}`), isNumber: true, cell: (batch) => digits(batch.content) },
        ]}
      />
    </details>
  )
}
