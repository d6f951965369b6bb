/** CO2 measured in stacks beside the calculated; which of the two is booked. */
import { Figure } from '../../parts/Figure'
import { largest, percent, scaleOf, span } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Stack } from './ask'

export function Stacks({ stacks }: { stacks: Stack[] }) {
  const { t, say } = useText()
  const mass = scaleOf('t CO2', largest(stacks.flatMap((each) => [each.measured.value, each.calculated.value])), t)
  return (
    <Panel title={t('measured.stacks')} note={t('measured.stacks_note')}>
      <Ledger
        label={t('measured.table', { name: t('measured.stacks') })}
        rows={stacks}
        rowKey={(each) => each.comparison_id}
        columns={[
          { key: 'member', head: t('cut.member'), isName: true, cell: (each) => say(each.member) },
          { key: 'stacks', head: t('measured.stack'), cell: (each) => each.stacks.join(', ') },
          { key: 'period', head: t('line.period'), cell: (each) => <span className="num">{span(each.period)}</span> },
          { key: 'covers', head: t('measured.covers'), cell: (each) => say(each.covers) },
          { key: 'measured', head: t('measured.measured'), unit: mass.unit, isNumber: true, cell: (each) => <Figure of={each.measured} scale={mass} /> },
          { key: 'calculated', head: t('measured.calculated'), unit: mass.unit, isNumber: true, cell: (each) => <Figure of={each.calculated} scale={mass} /> },
          { key: 'difference', head: t('measured.difference'), unit: mass.unit, isNumber: true, cell: (each) => <Figure of={each.difference} scale={mass} isChange /> },
          { key: 'share', head: t('measured.relative'), isNumber: true, cell: (each) => percent(each.share) },
          { key: 'booked', head: t('measured.booked'), cell: (each) => <strong>{say(each.booked_label)}</strong> },
        ]}
      />
    </Panel>
  )
}
