/** What differs, the heaviest first: records of two versions, or streams of two years. */
import { Link } from 'react-router'
import { Figure } from '../../parts/Figure'
import { digits, exact, largest, pretty, scaleOf, span } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import type { BridgeItem } from './ask'

export function Items({ items, label }: { items: BridgeItem[]; label: string }) {
  const { t, say } = useText()
  const { link } = useView()
  if (items.length === 0) return <p className="faint">{t('compare.none')}</p>
  const mass = scaleOf(items[0]?.change.unit ?? '', largest(items.map((item) => item.change.value)), t)
  const amount = (value: number | null, unit: string | null) => (
    <span title={exact(value, unit ?? '')}>{digits(value)}</span>
  )
  return (
    <Ledger
        label={label}
        rows={items}
        rowKey={(item, at) => `${item.change.key}:${String(at)}`}
        columns={[
          { key: 'member', head: t('cut.member'), isName: true, cell: (item) => say(item.member) },
          { key: 'carrier', head: t('cut.carrier'), cell: (item) => <>{say(item.carrier_label)} <span className="unit">{pretty(item.gas.toUpperCase().replace('_BIOGENIC', ''))}</span></> },
          {
            key: 'record', head: t('line.record'),
            cell: (item) => (
              <Link to={link(`/data/${item.table}`)}>
                {item.record_id ?? t('compare.rows')}{item.period ? ` · ${span(item.period)}` : ''}
              </Link>
            ),
          },
          { key: 'kind', head: t('bridge.kind'), cell: (item) => <span className="tag">{say(item.kind_label)}</span> },
          { key: 'old', head: t('bridge.before'), isNumber: true, cell: (item) => amount(item.old_amount, item.unit) },
          { key: 'new', head: t('bridge.after'), isNumber: true, cell: (item) => <>{amount(item.new_amount, item.unit)}<span className="unit">{pretty(item.unit ?? '')}</span></> },
          { key: 'change', head: t('bridge.change'), unit: mass.unit, isNumber: true, cell: (item) => <Figure of={item.change} scale={mass} isChange /> },
        ]}
    />
  )
}
