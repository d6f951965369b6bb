/** Value, formula, parts, factors, records, versions: all there is to know. */
import { Link } from 'react-router'
import { useTable } from '../api/ask'
import type { Proof } from '../api/client'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { FactorBlock } from './FactorBlock'
import { Figure, Range } from './Figure'
import { ReadingRows } from './ReadingRows'
import { digits, exact, moment, scaleOf, scaled } from './format'

function Formula({ formula }: { formula: NonNullable<Proof['formula']> }) {
  const { t, say } = useText()
  const symbols = Object.entries(formula.symbols)
  return (
    <section>
      <h3>{t('proof.formula')}</h3>
      <div className="formula">{formula.text}</div>
      {formula.numbers !== '' && (
        <>
          <div className="faint">{t('proof.numbers')}</div>
          <div className="formula">{formula.numbers}</div>
        </>
      )}
      {symbols.length > 0 && (
        <dl className="pairs">
          {symbols.map(([symbol, meaning]) => (
            <div key={symbol} style={{ display: 'contents' }}>
              <dt><code>{symbol}</code></dt>
              <dd>{say(meaning)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="faint">{t('proof.formula_source', { code: formula.code, citation: formula.citation })}</p>
    </section>
  )
}

/** A record as entered, under the headings of its table. */
function RecordBlock({ record }: { record: Proof['records'][number] }) {
  const { t, say } = useText()
  const { cut, link } = useView()
  const table = useTable(cut, record.table).data
  const heading = (name: string) => say(table?.columns.find((column) => column.name === name)?.label) || name
  const filled = Object.entries(record.fields).filter(([, value]) => value !== null && value !== '')
  return (
    <div className="factor">
      <Link to={link(`/data/${record.table}`, { row: String(record.row) })}>
        {t('proof.record', { table: say(table?.label) || record.table, row: record.row })}
      </Link>{' '}
      <code className="code">{record.record_id}</code>
      <dl className="pairs">
        {filled.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt title={name}>{heading(name)}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      {record.evidence && <p className="faint">{t('proof.evidence')}{say(record.evidence.title)}</p>}
    </div>
  )
}

function Records({ records }: { records: Proof['records'] }) {
  const { t } = useText()
  return (
    <section>
      <h3>{t('proof.records')}</h3>
      {records.map((record) => <RecordBlock key={`${record.table}:${record.record_id}`} record={record} />)}
    </section>
  )
}

export function ProofBody({ proof }: { proof: Proof }) {
  const { t, say } = useText()
  const { figure } = proof
  const scale = scaleOf(figure.unit, figure.value ?? 0, t)
  return (
    <article data-key={figure.key}>
      <div className="faint">{say(figure.label)}</div>
      <div className="proof-value">
        {digits(scaled(figure.value, scale))}<span className="unit">{scale.unit}</span>
      </div>
      <div className="faint num">
        {figure.value === null ? t('proof.absent') : t('proof.exact', { value: exact(figure.value, figure.unit) })}
      </div>
      <Range of={figure} />
      {proof.notes.length > 0 && (
        <div className="note">{proof.notes.map((note) => <p key={note.en}>{say(note)}</p>)}</div>
      )}
      {proof.formula && <Formula formula={proof.formula} />}
      {proof.parts.length > 0 && (
        <section>
          <h3>{t('proof.parts')}</h3>
          {proof.parts.map((part) => (
            <div key={part.key} className="list-row">
              <span>{say(part.label)}</span>
              <Figure of={part} showUnit />
            </div>
          ))}
        </section>
      )}
      {proof.factors.length > 0 && (
        <section>
          <h3>{t('proof.factors')}</h3>
          {proof.factors.map((factor) => <FactorBlock key={factor.factor_id} factor={factor} />)}
        </section>
      )}
      {proof.records.length > 0 && <Records records={proof.records} />}
      {proof.readings && proof.readings.length > 0 && <ReadingRows readings={proof.readings} />}
      <section>
        <h3>{t('proof.version')}</h3>
        <p className="num">{t('proof.saved', { version: proof.version, at: moment(proof.saved_at), by: proof.saved_by })}</p>
        <p className="faint">{t('proof.key')} <code>{figure.key}</code></p>
      </section>
    </article>
  )
}
