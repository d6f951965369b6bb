/** A page of carbon flow: the same anatomy, with the way to its neighbours on top. */
import type { ComponentProps } from 'react'
import { Page } from '../parts/Page'
import type { Tab } from '../parts/Tabs'
import { Tabs } from '../parts/Tabs'
import { useText } from '../shell/lang'
import { useAddress } from '../shell/view'
import { CARRIED } from './view'

const TABS: Tab[] = [
  { path: '/trace', name: 'trace.tab.flow' },
  { path: '/trace/network', name: 'trace.tab.network' },
  { path: '/trace/members', name: 'trace.tab.members' },
  { path: '/trace/statement', name: 'trace.tab.statement' },
  { path: '/trace/green', name: 'trace.tab.green' },
]

export function TracePage(props: ComponentProps<typeof Page>) {
  const { t } = useText()
  const { search } = useAddress()
  const carried = Object.fromEntries(
    CARRIED.flatMap((name) => { const value = search.get(name); return value ? [[name, value]] : [] }),
  )
  return (
    <>
      <Tabs label={t('menu.trace')} tabs={TABS} carried={carried} />
      <Page {...props} />
    </>
  )
}
