/** A park in which nothing flows between members: what belongs here, why, and the ways in. */
import { Link } from 'react-router'
import { Empty } from '../parts/states'
import { useText } from '../shell/lang'
import { useAddress } from '../shell/view'
import { Example } from './Example'

export function Nothing({ isRefused = false }: { isRefused?: boolean }) {
  const { t } = useText()
  const { link, set } = useAddress()
  if (isRefused) {
    return (
      <Empty title={t('trace.refused')}>
        <p>{t('trace.refused_why')}</p>
        <p><button type="button" className="as-link" onClick={() => { set({ view: undefined }) }}>{t('trace.view.location')}</button></p>
      </Empty>
    )
  }
  return (
    <Empty title={t('trace.none')}>
      <p>{t('trace.none_why')}</p>
      <p><Link to={link('/data/members')}>{t('trace.none_members')}</Link></p>
      <p><Link to={link('/data/flows')}>{t('trace.none_flows')}</Link></p>
      <Example />
      <p className="faint"><code>{'tanlu synth FOLDER --networks'}</code></p>
    </Empty>
  )
}
