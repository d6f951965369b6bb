/** Parts of a whole as one bar, with their figures beneath. */
import type { Slice } from '../api/client'
import { useText } from '../shell/lang'
import { Figure } from './Figure'
import { largest, percent, scaleOf } from './format'
import { colourOf } from './palette'

export function Strip({ slices, label }: { slices: Slice[]; label: string }) {
  const { t, say } = useText()
  const scale = scaleOf(slices[0]?.co2_t.unit ?? '', largest(slices.map((slice) => slice.co2_t.value)), t)
  return (
    <div className="strip">
      <div className="strip-bar" aria-hidden="true">
        {slices.map((slice) => (
          <span
            key={slice.code}
            style={{ flexGrow: Math.max(0, slice.share ?? 0), background: colourOf(slice.code) }}
          />
        ))}
      </div>
      <table aria-label={label}>
        <tbody>
          {slices.map((slice) => (
            <tr key={slice.code}>
              <th scope="row">
                <i className="swatch" style={{ background: colourOf(slice.code) }} aria-hidden="true" />
                {say(slice.label)}
              </th>
              <td className="right"><Figure of={slice.co2_t} scale={scale} showUnit /></td>
              <td className="right num">{percent(slice.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
