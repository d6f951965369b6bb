/** A page of the stage "account": the same anatomy, with the way to its neighbours on top. */
import type { ComponentProps } from 'react'
import { Page } from '../parts/Page'
import type { Tab } from '../parts/Tabs'
import { Tabs } from '../parts/Tabs'
import { useText } from '../shell/lang'

/** In the order in which an inventory is made and used. */
const TABS: Tab[] = [
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
  return (
    <>
      <Tabs label={t('menu.account')} tabs={TABS} />
      <Page {...props} />
    </>
  )
}
