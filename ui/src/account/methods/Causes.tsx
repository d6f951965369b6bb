/** The causes of the difference, as bars to either side of nothing. */
import { Figure } from '../../parts/Figure'
import { largest, scaleOf } from '../../parts/format'
import { Panel } from '../../parts/Page'
import { FALLS, RISES } from '../../parts/palette'
import { useText } from '../../shell/lang'
import type { Comparison } from './ask'

export function Causes({ comparison }: { comparison: Comparison }) {
  const { t, say } = useText()
  const { causes, difference } = comparison
  const most = largest(causes.map((cause) => Math.abs(cause.co2_t.value ?? 0)))
  const scale = scaleOf(difference.unit, most, t)
  return (
    <Panel title={t('methods.causes')} note={t('methods.causes_note')}>
      {causes.length === 0 && <p className="faint">{t('methods.same')}</p>}
      <table className="causes" aria-label={t('methods.causes')}>
        <tbody>
          {causes.map((cause) => {
            const value = cause.co2_t.value ?? 0
            const width = most > 0 ? (50 * Math.abs(value)) / most : 0
            return (
              <tr key={cause.cause}>
                <th scope="row">{say(cause.label)}</th>
                <td className="cause-bar" aria-hidden="true">
                  <span
                    style={{
                      width: `${String(width)}%`,
                      marginInlineStart: `${String(value < 0 ? 50 - width : 50)}%`,
                      background: value < 0 ? FALLS : RISES,
                    }}
                  />
                </td>
                <td className="right"><Figure of={cause.co2_t} scale={scale} showUnit isChange /></td>
              </tr>
            )
          })}
          {causes.length > 0 && (
            <tr className="sum">
              <th scope="row">{t('methods.difference')}</th>
              <td aria-hidden="true" />
              <td className="right"><Figure of={difference} scale={scale} showUnit isChange /></td>
            </tr>
          )}
        </tbody>
      </table>
    </Panel>
  )
}
