/** A page of the stage "account": the same anatomy, with the way to its neighbours on top. */
import type { ComponentProps } from 'react'
import { NavLink } from 'react-router'
import { Page } from '../parts/Page'
import { useText } from '../shell/lang'
import { useAddress } from '../shell/view'

/** In the order in which an inventory is made and used; `name` is a key of the texts. */
const TABS: { path: string; name: string }[] = [
  { path: '/guide', name: 'account.tab.guide' },
  { path: '/account/systems', name: 'account.tab.systems' },
  { path: '/account', name: 'account.tab.years' },
  { path: '/account/inventory', name: 'account.tab.inventory' },
  { path: '/account/compare', name: 'account.tab.compare' },
  { path: '/account/versions', name: 'account.tab.versions' },
  { path: '/account/uncertainty', name: 'account.tab.uncertainty' },
  { path: '/account/scope2', name: 'account.tab.scope2' },
  { path: '/account/methods', name: 'account.tab.methods' },
  { path: '/account/measured', name: 'account.tab.measured' },
  { path: '/account/zero-carbon', name: 'account.tab.zero' },
  { path: '/account/quality', name: 'account.tab.quality' },
]

export function AccountPage(props: ComponentProps<typeof Page>) {
  const { t } = useText()
  const { link } = useAddress()
  return (
    <>
      <nav className="tabs" aria-label={t('menu.account')}>
        {TABS.map((tab) => (
          <NavLink key={tab.path} to={link(tab.path)} end>{t(tab.name)}</NavLink>
        ))}
      </nav>
      <Page {...props} />
    </>
  )
}
