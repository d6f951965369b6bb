/** Peak, end and sum of every scenario of a tree. */
import { Figure } from '../../parts/Figure'
import { largest, scaleOf } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { useText } from '../../shell/lang'
import type { Tree } from './ask'

export function SideBySide({ tree }: { tree: Tree }) {
  const { t, say } = useText()
  const sum = scaleOf('t CO2', largest(tree.scenarios.map((each) => each.cumulative.value)), t)
  const one = scaleOf('t CO2', largest(tree.scenarios.flatMap((each) => each.co2_t)), t)
  return (
    <Ledger
      label={t('plan.compare')}
      rows={tree.scenarios}
      rowKey={(each) => each.scenario_id}
      columns={[
        { key: 'name', head: t('plan.scenario'), isName: true, cell: (each) => say(each.label) },
        {
          key: 'says', head: t('plan.peak_year'), isWide: true,
          cell: (each) => <span className={each.peak.year === null ? 'tag warn' : 'tag good'}>{say(each.peak.says)}</span>,
        },
        { key: 'peak', head: t('tree.highest'), unit: one.unit, isNumber: true, cell: (each) => <Figure of={each.peak.highest} scale={one} /> },
        { key: 'base', head: String(tree.base_year), unit: one.unit, isNumber: true, cell: (each) => <Figure of={each.base} scale={one} /> },
        { key: 'end', head: String(tree.end_year), unit: one.unit, isNumber: true, cell: (each) => <Figure of={each.end} scale={one} /> },
        { key: 'sum', head: t('plan.cumulative'), unit: sum.unit, isNumber: true, cell: (each) => <Figure of={each.cumulative} scale={sum} /> },
      ]}
    />
  )
}
