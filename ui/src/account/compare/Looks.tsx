/** What is worth a look: the reason, the rows, the rule; never a verdict. */
import { Link } from 'react-router'
import { digits, pretty } from '../../parts/format'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import type { Look } from './ask'

export function Looks({ looks, unit }: { looks: Look[]; unit: string }) {
  const { t, say } = useText()
  const { link } = useView()
  if (looks.length === 0) return <p className="faint">{t('compare.no_looks')}</p>
  return (
    <ul className="faults">
      {looks.map((look, at) => (
        <li key={`${look.check}:${String(at)}`}>
          <span className="mark warning" aria-hidden="true" />
          <span>
            <strong>{say(look.label)}</strong> {say(look.reason.what)} <em>{say(look.reason.fix)}</em>{' '}
            <Link to={link(`/data/${look.table}`)}>{look.record_ids.join(', ') || t('compare.rows')}</Link>{' '}
            <span className="faint">{t('compare.weight', { mass: `${digits(look.co2_t)} ${pretty(unit)}` })} {say(look.why)}{look.cite ? ` (${look.cite})` : ''}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
