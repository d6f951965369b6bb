/** A page that fell over, or an address that leads nowhere. */
import { Link, useRouteError } from 'react-router'
import { Failure } from '../parts/states'
import { useText } from './lang'

export function Broken() {
  const error = useRouteError()
  return (
    <div className="page">
      <Failure error={error} retry={() => { location.reload() }} />
    </div>
  )
}

export function Nowhere() {
  const { t } = useText()
  return (
    <div className="page">
      <div className="panel empty">
        <h1>{t('error.nowhere')}</h1>
        <p>{t('error.nowhere_hint')}</p>
        <Link to="/">{t('error.home')}</Link>
      </div>
    </div>
  )
}
