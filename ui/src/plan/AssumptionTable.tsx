/** Every assumption of a scenario, with where it comes from. */
import type { Scenario } from '../api/client'
import { digits, exact, percent, pretty } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { useText } from '../shell/lang'
import { Cited } from './Cited'

const RATE = /rate|growth|share|decline|change/i

function shown(value: number | null, unit: string, quantity: string): string {
  if (value !== null && (unit === '1' || unit === '') && RATE.test(quantity)) return percent(value).replace('-', '−')
  return digits(value)
}

export function AssumptionTable({ scenario }: { scenario: Scenario }) {
  const { t, say } = useText()
  const names: Record<string, string> = {
    output_growth: t('quantity.output_growth'),
    intensity_change: t('quantity.intensity_change'),
    share: t('quantity.share'),
    factor: t('quantity.factor'),
  }
  return (
    <Ledger
      label={t('plan.assumptions', { name: say(scenario.label) })}
      rows={scenario.assumptions}
      rowKey={(each, at) => `${each.branch}:${each.quantity}:${String(each.year)}:${String(at)}`}
      columns={[
        { key: 'branch', head: t('assumption.branch'), isName: true, cell: (each) => say(scenario.branch_labels[each.branch]) || (each.branch === 'park' ? t('shell.whole_park') : each.branch) },
        { key: 'quantity', head: t('assumption.quantity'), cell: (each) => names[each.quantity] ?? each.quantity },
        { key: 'year', head: t('term.year'), isNumber: true, cell: (each) => each.year },
        {
          key: 'value', head: t('assumption.value'), isNumber: true,
          cell: (each) => (
            <span title={exact(each.value, each.unit)}>
              {shown(each.value, each.unit, each.quantity)}
              {each.unit !== '1' && <span className="unit">{pretty(each.unit)}</span>}
            </span>
          ),
        },
        {
          key: 'range', head: t('assumption.range'), isNumber: true,
          cell: (each) => each.low === null || each.high === null ? '–' : `${shown(each.low, each.unit, each.quantity)} … ${shown(each.high, each.unit, each.quantity)}`,
        },
        {
          key: 'own', head: t('assumption.origin'),
          cell: (each) => <span className={each.is_own ? 'tag warn' : 'tag'}>{each.is_own ? t('assumption.own') : t('assumption.inherited')}</span>,
        },
        { key: 'cite', head: t('assumption.source'), isWide: true, cell: (each) => <><Cited cite={each.cite} />{each.note && <div className="faint">{each.note}</div>}</> },
      ]}
    />
  )
}
