/** What to do next: what is missing, and what looks wrong. */
import { Link } from 'react-router'
import type { Fault } from '../api/client'
import { Panel } from '../parts/Page'
import { FaultLine } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'

/** The same fault may come with the inventory and with the park. */
export function distinct(faults: Fault[]): Fault[] {
  const seen = new Set<string>()
  return faults.filter((fault) => {
    const key = [fault.code, fault.table, fault.row, fault.column, fault.what.en].join('|')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export function Next({ missing }: { missing: Fault[] }) {
  const { t } = useText()
  const { park, link } = useView()
  const faults = distinct([...missing, ...park.faults]).sort(
    (one, two) => Number(two.severity === 'error') - Number(one.severity === 'error'),
  )
  const place = (fault: Fault): string =>
    fault.table === null
      ? link('/data')
      : link(`/data/${fault.table}`, fault.row === null ? {} : { row: String(fault.row) })
  return (
    <Panel title={t('home.next')}>
      {faults.length === 0 ? (
        <p>{t('home.all_well')}</p>
      ) : (
        <ul className="faults">
          {faults.slice(0, 8).map((fault, at) => (
            <li key={`${fault.code}:${String(at)}`}>
              <FaultLine fault={fault} />
              <Link className="go" to={place(fault)}>{t('action.mend')}</Link>
            </li>
          ))}
        </ul>
      )}
      {faults.length > 8 && <p className="faint">{t('home.more', { n: faults.length - 8 })}</p>}
      <p><Link to={link('/guide')}>{t('home.to_guide')}</Link></p>
      <p><Link to={link('/report')}>{t('home.to_report')}</Link></p>
    </Panel>
  )
}
