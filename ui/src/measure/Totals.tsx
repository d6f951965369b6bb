/** Tonnes before and after, year by year. */
import type { Delta } from '../api/client'
import { digits, exact, largest, scaleOf, scaled } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { useText } from '../shell/lang'

export function Totals({ totals }: { totals: Delta[] }) {
  const { t } = useText()
  const scale = scaleOf('t CO2', largest(totals.flatMap((each) => [each.before_t, each.after_t])), t)
  const number = (value: number | null) => (
    <span title={exact(value, 't CO2')}>{digits(scaled(value, scale), 6)}</span>
  )
  if (totals.length === 0) return <p className="faint">{t('save.no_totals')}</p>
  return (
    <Ledger
      label={t('save.totals')}
      rows={totals}
      rowKey={(each) => String(each.year)}
      columns={[
        { key: 'year', head: t('term.year'), isName: true, cell: (each) => each.year },
        { key: 'before', head: t('save.before'), unit: scale.unit, isNumber: true, cell: (each) => number(each.before_t) },
        { key: 'after', head: t('save.after'), unit: scale.unit, isNumber: true, cell: (each) => number(each.after_t) },
        {
          key: 'moves', head: t('save.moves'),
          cell: (each) => <span className={each.before_t === each.after_t ? 'tag' : 'tag warn'}>{each.before_t === each.after_t ? t('save.same') : t('save.changes')}</span>,
        },
      ]}
    />
  )
}
