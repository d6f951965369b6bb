/** One kind of data: state, use, example, and where it is entered. */
import { Link } from 'react-router'
import { Figure, Range } from '../../parts/Figure'
import { useText } from '../../shell/lang'
import { useView } from '../../shell/view'
import type { Kind } from '../guide/ask'

const ROLE: Record<string, string> = {
  scope1: 'systems.role.scope1', scope2: 'systems.role.scope2', apart: 'systems.role.apart',
  indicator: 'systems.role.indicator', context: 'systems.role.context',
}

export function KindRow({ kind, isOwn }: { kind: Kind; isOwn: boolean }) {
  const { t, say } = useText()
  const { link } = useView()
  const tables = [...new Set(kind.places.map((place) => place.table))]
  const isPresent = kind.state === 'present'
  return (
    <li data-kind={kind.code}>
      <span className={isPresent ? 'mark ok' : 'mark'} aria-hidden="true" />
      <div className="todo">
        <strong>{t('systems.number', { n: kind.number })} {say(kind.label)}</strong>{' '}
        <span className={isPresent ? 'tag good' : 'tag warn'}>
          {isPresent ? t('systems.rows', { n: kind.rows }) : t('systems.none')}
        </span>{' '}
        {kind.role.map((role) => <span key={role} className="tag">{t(ROLE[role] ?? role)}</span>)}
        {!isOwn && <span className="faint"> {t('systems.shared')}</span>}
        <p className="faint">{say(kind.says)}</p>
        <Worth kind={kind} />
        {kind.decided.map((reason) => <p key={reason} className="faint">{t('systems.decided')} {reason}</p>)}
        <p>
          {t('systems.enter')} {tables.map((table) => <span key={table} className="still"><Link to={link(`/data/${table}`)}>{table}</Link> </span>)}
        </p>
        <details>
          <summary>{t('systems.how')}</summary>
          <p>{say(kind.use)}</p>
          <p className="faint">{t('systems.units')} {kind.units.join(', ')}</p>
          {kind.examples.map((example) => (
            <pre key={JSON.stringify(example.cells)} className="formula">
              {example.table}{'\n'}
              {Object.entries(example.cells).map(([name, cell]) => `${name} = ${cell}`).join('\n')}
            </pre>
          ))}
        </details>
      </div>
    </li>
  )
}

function Worth({ kind }: { kind: Kind }) {
  const { t } = useText()
  const { link } = useView()
  if (kind.worth_t.value !== null) {
    return <p>{t('systems.worth')} <Figure of={kind.worth_t} showUnit /><Range of={kind.worth_t} /></p>
  }
  if (kind.open_asks > 0) {
    return <p>{t('systems.asked', { n: kind.open_asks })} <Link to={link('/guide')}>{t('systems.to_guide')}</Link></p>
  }
  return null
}
