/** Value, formula, parts, factors, records, versions: all there is to know. */
import { Link } from 'react-router'
import type { Proof } from '../api/client'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { FactorBlock } from './FactorBlock'
import { Figure, Range } from './Figure'
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

function Records({ records }: { records: Proof['records'] }) {
  const { t, say } = useText()
  const { link } = useView()
  return (
    <section>
      <h3>{t('proof.records')}</h3>
      {records.map((record) => (
        <div key={`${record.table}:${record.record_id}`} className="factor">
          <Link to={link(`/data/${record.table}`, { row: String(record.row) })}>
            {t('proof.record', { table: record.table, row: record.row })}
          </Link>{' '}
          <code className="code">{record.record_id}</code>
          <dl className="pairs">
            {Object.entries(record.fields).filter(([, value]) => value !== null && value !== '').map(([name, value]) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd className="num">{value}</dd>
              </div>
            ))}
          </dl>
          {record.evidence && <p className="faint">{t('proof.evidence')}{say(record.evidence.title)}</p>}
        </div>
      ))}
    </section>
  )
}

export function ProofBody({ proof }: { proof: Proof }) {
  const { t, say } = useText()
  const { figure } = proof
  const scale = scaleOf(figure.unit, figure.value ?? 0, t)
  return (
    <article>
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
      <section>
        <h3>{t('proof.version')}</h3>
        <p className="num">{t('proof.saved', { version: proof.version, at: moment(proof.saved_at), by: proof.saved_by })}</p>
        <p className="faint">{t('proof.key')} <code>{figure.key}</code></p>
      </section>
    </article>
  )
}
