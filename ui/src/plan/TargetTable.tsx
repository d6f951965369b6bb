/** How far the chosen scenario is from each target. */
import type { Scenario } from '../api/client'
import { digits, exact, scaleOf, scaled, signed } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { useText } from '../shell/lang'
import { Cited } from './Cited'

export function TargetTable({ scenario }: { scenario: Pick<Scenario, 'targets' | 'label'> }) {
  const { t, say } = useText()
  const number = (value: number | null, unit: string, isChange = false) => {
    if (value === null) return <span className="absent">–</span>
    if (unit === '1' && Number.isInteger(value)) return <>{isChange ? signed(digits(value, 1)) : value}</>
    const scale = scaleOf(unit, value, t)
    const text = digits(scaled(value, scale))
    return (
      <span title={exact(value, unit)}>
        {isChange ? signed(text) : text}<span className="unit">{scale.unit}</span>
      </span>
    )
  }
  if (scenario.targets.length === 0) return <p className="faint">{t('plan.no_targets')}</p>
  return (
    <Ledger
      label={t('plan.targets', { name: say(scenario.label) })}
      rows={scenario.targets}
      rowKey={(target) => `${target.target_id}:${String(target.year)}`}
      columns={[
        { key: 'name', head: t('plan.target'), isName: true, isWide: true, cell: (target) => <>{say(target.label)} <Cited cite={target.cite} /></> },
        { key: 'year', head: t('term.year'), isNumber: true, cell: (target) => target.year },
        { key: 'limit', head: t('plan.limit'), isNumber: true, cell: (target) => number(target.limit, target.unit) },
        { key: 'value', head: t('plan.value'), isNumber: true, cell: (target) => number(target.value, target.unit) },
        { key: 'gap', head: t('plan.gap'), isNumber: true, cell: (target) => number(target.gap, target.unit, true) },
        {
          key: 'met', head: t('plan.met'),
          cell: (target) => {
            if (target.is_met === null) return <span className="tag">{t('plan.unknown')}</span>
            return target.is_met
              ? <span className="tag good">{t('plan.is_met')}</span>
              : <span className="tag warn">{t('plan.not_met')}</span>
          },
        },
      ]}
    />
  )
}
