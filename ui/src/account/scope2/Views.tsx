/** Each line in both views, and what the market-based one took for each part of it. */
import { Figure } from '../../parts/Figure'
import { digits, exact, largest, pretty, scaleOf, span } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import type { BoughtLine, MarketStep, Scope2 } from './ask'

export function Views({ found }: { found: Scope2 }) {
  const { t, say } = useText()
  const { lines } = found
  const all = lines.flatMap((line) => [line.location.value, line.market.value])
  const mass = scaleOf(found.location.unit, largest(all), t)
  return (
    <Ledger
      label={t('scope2.steps')}
      rows={lines}
      rowKey={(line) => line.line_id}
      columns={[
        { key: 'who', head: t('scope2.from_to'), isName: true, cell: (line) => <>{say(line.start)} → {say(line.end)}{line.is_internal && <> <span className="tag">{t('scope2.internal')}</span></>}</> },
        { key: 'carrier', head: t('cut.carrier'), cell: (line) => <>{say(line.carrier)}{line.origin && <> · {say(line.origin)}</>}</> },
        { key: 'period', head: t('line.period'), cell: (line) => <span className="num">{span(line.period)}</span> },
        { key: 'amount', head: t('line.amount'), isNumber: true, cell: (line) => <Amount line={line} /> },
        { key: 'location', head: t('scope2.location'), unit: mass.unit, isNumber: true, cell: (line) => <Figure of={line.location} scale={mass} /> },
        { key: 'market', head: t('scope2.market'), unit: mass.unit, isNumber: true, cell: (line) => <Figure of={line.market} scale={mass} /> },
        { key: 'steps', head: t('scope2.steps'), isWide: true, cell: (line) => line.steps.map((step) => <Taken key={step.market.key} step={step} />) },
      ]}
    />
  )
}

function Amount({ line }: { line: BoughtLine }) {
  return (
    <span title={exact(line.amount, line.amount_unit)}>
      {digits(line.amount)}<span className="unit">{pretty(line.amount_unit)}</span>
    </span>
  )
}

function Taken({ step }: { step: MarketStep }) {
  const { say } = useText()
  return (
    <div>
      {say(step.label)}{step.certificate_id && <> <code className="code">{step.certificate_id}</code></>}
      {step.mwh !== null && <> {digits(step.mwh)} {pretty('MWh')}</>}
      {step.factor && step.certificate_id === null && <> × {pretty(step.factor)}</>}
      {' = '}<Figure of={step.market} showUnit />{' '}
      <span className="faint" title={step.cite ?? undefined}>{step.rules.join(', ')}</span>
    </div>
  )
}
