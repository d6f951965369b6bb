/** Stocks of fuels: what was used by the stock, beside what is recorded. */
import { Figure } from '../../parts/Figure'
import { digits, pretty, signed, span } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Stock } from './ask'

const ITEMS = ['opening', 'purchased', 'produced', 'sold', 'other_use', 'closing'] as const

export function Stocks({ stocks }: { stocks: Stock[] }) {
  const { t, say } = useText()
  const item = (stock: Stock, code: string) => stock.items.find((each) => each.item === code)
  const named = (code: string) => stocks.map((stock) => item(stock, code)).find((each) => each)?.label
  const present = ITEMS.filter((code) => named(code))
  return (
    <Panel title={t('measured.stocks')} note={t('measured.stocks_note')}>
      <Ledger
        label={t('measured.table', { name: t('measured.stocks') })}
        rows={stocks}
        rowKey={(stock) => stock.balance_id}
        columns={[
          { key: 'carrier', head: t('cut.carrier'), isName: true, cell: (stock) => say(stock.carrier_label) },
          { key: 'member', head: t('cut.member'), cell: (stock) => say(stock.member) },
          { key: 'period', head: t('line.period'), cell: (stock) => <span className="num">{span(stock.period)}</span> },
          { key: 'unit', head: t('measured.unit'), cell: (stock) => pretty(stock.unit) },
          ...present.map((code) => ({
            key: code, head: say(named(code)), isNumber: true,
            cell: (stock: Stock) => digits(item(stock, code)?.amount),
          })),
          { key: 'used', head: t('measured.used'), isNumber: true, cell: (stock) => <Figure of={stock.used} /> },
          {
            key: 'recorded', head: t('measured.recorded'), isNumber: true,
            cell: (stock) => (stock.is_taken ? t('measured.taken') : digits(stock.recorded)),
          },
          {
            key: 'difference', head: t('measured.difference'), isNumber: true,
            cell: (stock) => signed(digits(stock.difference)),
          },
        ]}
      />
    </Panel>
  )
}
