/** One carbon mass balance: what enters, what leaves and where to, and the rest as CO2. */
import { Figure } from '../../parts/Figure'
import { digits, largest, pretty, scaleOf, span } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Balance } from './ask'

export function Balances({ balance }: { balance: Balance }) {
  const { t, say } = useText()
  const carbon = scaleOf('t C', largest(balance.terms.map((term) => term.carbon.value)), t)
  const title = t('measured.balance', { name: say(balance.member), period: span(balance.period) })
  return (
    <Panel title={title} note={t('measured.balance_note')}>
      <Ledger
        label={t('measured.table', { name: title })}
        rows={balance.terms}
        rowKey={(term) => term.record_id}
        columns={[
          { key: 'material', head: t('measured.material'), isName: true, cell: (term) => term.material },
          { key: 'side', head: t('measured.side'), cell: (term) => t(term.side === 'input' ? 'measured.input' : 'measured.output') },
          {
            key: 'amount', head: t('line.amount'), isNumber: true,
            cell: (term) => <>{digits(term.amount)}<span className="unit">{pretty(term.unit)}</span></>,
          },
          {
            key: 'content', head: t('measured.per_amount'), isNumber: true,
            cell: (term) => <>{digits(term.content)}<span className="unit">{pretty(`t C/${term.unit}`)}</span></>,
          },
          { key: 'carbon', head: t('measured.carbon'), unit: carbon.unit, isNumber: true, cell: (term) => <Figure of={term.carbon} scale={carbon} /> },
          { key: 'destination', head: t('measured.destination'), isWide: true, cell: (term) => term.destination ?? '–' },
        ]}
      />
      <div className="list-row"><span>{t('measured.net')}</span><Figure of={balance.net} showUnit /></div>
      <div className="list-row"><span>{t('measured.emitted')}</span><Figure of={balance.co2} showUnit /></div>
    </Panel>
  )
}
