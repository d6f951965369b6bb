/** Peak and cumulative emissions of every scenario, side by side. */
import type { Scenario } from '../api/client'
import { Figure } from '../parts/Figure'
import { digits, exact, largest, scaleOf } from '../parts/format'
import { Ledger } from '../parts/Ledger'
import { useText } from '../shell/lang'

export function ScenarioTable({ scenarios }: { scenarios: Scenario[] }) {
  const { t, say } = useText()
  const total = scaleOf('t CO2', largest(scenarios.map((each) => each.cumulative_t)), t)
  const peak = scaleOf('t CO2', largest(scenarios.map((each) => each.peak_co2?.value)), t)
  return (
    <Ledger
      label={t('plan.compare')}
      rows={scenarios}
      rowKey={(scenario) => scenario.scenario_id}
      columns={[
        { key: 'name', head: t('plan.scenario'), isName: true, cell: (scenario) => say(scenario.label) },
        {
          key: 'year', head: t('plan.peak_year'), isNumber: true,
          cell: (scenario) => scenario.peak_year !== null && scenario.is_peak_inside
            ? scenario.peak_year
            : <span className="tag warn" title={say(scenario.peak_note)}>{t('plan.no_peak')}</span>,
        },
        { key: 'peak', head: t('plan.peak'), unit: peak.unit, isNumber: true, cell: (scenario) => <Figure of={scenario.peak_co2} scale={peak} /> },
        {
          key: 'sum', head: t('plan.cumulative'), unit: total.unit, isNumber: true,
          cell: (scenario) => <span title={exact(scenario.cumulative_t, 't CO2')}>{digits(scenario.cumulative_t * total.factor)}</span>,
        },
      ]}
    />
  )
}
