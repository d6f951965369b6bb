/** Where the ranges come from: an input without one is never exact in silence. */
import { percent } from '../../parts/format'
import { Panel } from '../../parts/Page'
import { useText } from '../../shell/lang'
import type { Uncertainty } from './ask'

const COLOURS: Record<string, string> = {
  exact: '#0b7a75', stated: '#4f9d97', default: '#6378a8', assumption: '#d9a441', unknown: '#b5544a',
}

export function Known({ found }: { found: Uncertainty }) {
  const { t, say } = useText()
  const shares = Object.entries(found.total.shares).filter(([, share]) => share > 0)
  return (
    <Panel title={t('uncertainty.known')} note={t('uncertainty.known_note')}>
      <div className="strip">
        <div className="strip-bar" aria-hidden="true">
          {shares.map(([code, share]) => <span key={code} style={{ flexGrow: share, background: COLOURS[code] }} />)}
        </div>
        <table aria-label={t('uncertainty.known')}>
          <tbody>
            {shares.map(([code, share]) => (
              <tr key={code}>
                <th scope="row">
                  <i className="swatch" style={{ background: COLOURS[code] }} aria-hidden="true" />
                  {say(found.bases[code])}
                </th>
                <td className="right num">{percent(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="faint">{t(found.is_shown ? 'uncertainty.is_shown' : 'uncertainty.is_hidden')}</p>
    </Panel>
  )
}
