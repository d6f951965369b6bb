/** What moved the emissions since last year, as bars around zero. */
import { Link } from 'react-router'
import type { Step } from '../api/client'
import { Figure } from '../parts/Figure'
import { largest, scaleOf } from '../parts/format'
import { Panel } from '../parts/Page'
import { FALLS, RISES } from '../parts/palette'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'

export function Moved({ step }: { step: Step }) {
  const { t, say } = useText()
  const { link } = useView()
  const top = largest(step.effects.map((effect) => effect.co2_t.value))
  const scale = scaleOf(step.total.unit, top, t)
  const width = (value: number | null) => `${String(top > 0 ? (Math.abs(value ?? 0) / top) * 50 : 0)}%`
  return (
    <Panel title={t('home.moved', { from: step.from_year, to: step.to_year })} note={scale.unit}>
      <table className="moved" aria-label={t('home.moved', { from: step.from_year, to: step.to_year })}>
        <tbody>
          {step.effects.map((effect) => {
            const value = effect.co2_t.value
            const isFall = (value ?? 0) < 0
            return (
              <tr key={effect.code}>
                <th scope="row">{say(effect.label)}</th>
                <td className="axis" aria-hidden="true">
                  <span style={{ width: width(value), background: isFall ? FALLS : RISES, [isFall ? 'right' : 'left']: '50%' }} />
                </td>
                <td className="right"><Figure of={effect.co2_t} scale={scale} isChange /></td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p><Link to={link('/explain', { from: String(step.from_year), to: String(step.to_year) })}>{t('home.to_explain')}</Link></p>
    </Panel>
  )
}
