/** Total, scopes and members with their intervals by both approaches. */
import { Figure } from '../../parts/Figure'
import { digits, exact, largest, percent, scaleOf, scaled, signed } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Uncertainty, WorthFigure } from './ask'

export function Bounds({ found }: { found: Uncertainty }) {
  const { t, say } = useText()
  const rows: WorthFigure[] = [found.total, ...found.by_scope, ...found.by_member]
  const scale = scaleOf(found.unit, largest(rows.map((row) => row.value)), t)
  const bounds = (low: number, high: number) => (
    <span className="num" title={`${exact(low, found.unit)} – ${exact(high, found.unit)}`}>
      {digits(scaled(low, scale))} – {digits(scaled(high, scale))}
    </span>
  )
  const note = found.draws > 0 ? t('uncertainty.bounds_note', { draws: found.draws.toLocaleString('en-US'), seed: found.seed }) : undefined
  return (
    <Panel title={t('uncertainty.bounds')} note={note}>
      <Ledger
        label={t('uncertainty.figure')}
        rows={rows}
        rowKey={(row) => row.figure.key}
        columns={[
          { key: 'name', head: t('uncertainty.figure'), isName: true, cell: (row) => say(row.label) },
          { key: 'value', head: t('term.co2'), unit: scale.unit, isNumber: true, cell: (row) => <Figure of={row.figure} scale={scale} /> },
          { key: 'one', head: t('uncertainty.approach_1'), unit: scale.unit, isNumber: true, cell: (row) => bounds(row.lower, row.upper) },
          { key: 'percent', head: t('uncertainty.percent'), isNumber: true, cell: (row) => row.percent?.map((each) => `${signed(digits(each, 3))} %`).join(' ') ?? '–' },
          { key: 'two', head: t('uncertainty.approach_2'), unit: scale.unit, isNumber: true, cell: (row) => (row.approach_2 ? bounds(row.approach_2.lower, row.approach_2.upper) : '–') },
          { key: 'unknown', head: t('uncertainty.unknown_share'), isNumber: true, cell: (row) => percent(row.shares['unknown'] ?? 0) },
        ]}
      />
      {found.total.stated_only && (
        <p className="faint">{t('uncertainty.stated_only')} {bounds(found.total.stated_only[0] ?? 0, found.total.stated_only[1] ?? 0)} {scale.unit}</p>
      )}
      {found.clipped > 0 && <p className="faint">{t('uncertainty.clipped', { n: found.clipped })}</p>}
    </Panel>
  )
}
