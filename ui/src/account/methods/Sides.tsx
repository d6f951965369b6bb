/** Both methods with their totals; an incomplete one says so before its number is read. */
import { Figure } from '../../parts/Figure'
import { largest, scaleOf } from '../../parts/format'
import { Panel } from '../../parts/Page'
import { FaultList } from '../../parts/states'
import { useText } from '../../shell/lang'
import type { Comparison, Side } from './ask'

export function Sides({ comparison }: { comparison: Comparison }) {
  const { t } = useText()
  const sides = [comparison.first, comparison.second]
  const scale = scaleOf(comparison.first.total.unit, largest(sides.map((side) => side.total.value)), t)
  return (
    <Panel title={t('methods.totals')} note={t('methods.totals_note')}>
      {sides.map((side) => <OneSide key={side.method_id} side={side} scale={scale} />)}
      {comparison.warnings.length > 0 && <FaultList faults={comparison.warnings} />}
    </Panel>
  )
}

function OneSide({ side, scale }: { side: Side; scale: ReturnType<typeof scaleOf> }) {
  const { t, say } = useText()
  return (
    <div>
      <div className="list-row">
        <strong>{say(side.label)}</strong>
        <span>
          {!side.is_complete && <span className="tag bad">{t('methods.incomplete')}</span>}{' '}
          <Figure of={side.total} scale={scale} showUnit />
        </span>
      </div>
      <p className="faint">{say(side.note)} · {side.gwp_set} · <code className="code">{side.cite}</code></p>
      {side.lacking.length > 0 && (
        <details>
          <summary>{t('methods.lacking', { n: side.lacking.length })}</summary>
          <FaultList faults={side.lacking} />
        </details>
      )}
    </div>
  )
}
