/** A page of readings: the same anatomy, with the way to its neighbours on top. */
import type { ComponentProps } from 'react'
import { Page } from '../../parts/Page'
import type { Tab } from '../../parts/Tabs'
import { Tabs } from '../../parts/Tabs'
import { useText } from '../../shell/lang'
import { useAddress } from '../../shell/view'
import { CARRIED } from './view'

const TABS: Tab[] = [
  { path: '/data/readings', name: 'readings.tab.overview' },
  { path: '/data/readings/curve', name: 'readings.tab.curve' },
  { path: '/data/readings/heat', name: 'readings.tab.heat' },
  { path: '/data/readings/channels', name: 'readings.tab.channels' },
  { path: '/data/readings/quality', name: 'readings.tab.quality' },
  { path: '/data/readings/import', name: 'readings.tab.import' },
]

export function ReadingsPage(props: ComponentProps<typeof Page>) {
  const { t } = useText()
  const { search } = useAddress()
  const carried = Object.fromEntries(
    CARRIED.flatMap((name) => { const value = search.get(name); return value ? [[name, value]] : [] }),
  )
  return (
    <>
      <Tabs label={t('readings.title')} tabs={TABS} carried={carried} />
      <Page {...props} />
    </>
  )
}
