/** A page of readings: the same anatomy, with the way to its neighbours on top. */
import type { ComponentProps } from 'react'
import { NavLink } from 'react-router'
import { Page } from '../../parts/Page'
import { useText } from '../../shell/lang'
import { useAddress } from '../../shell/view'
import { CARRIED } from './view'

const TABS: { path: string; name: string }[] = [
  { path: '/data/readings', name: 'readings.tab.overview' },
  { path: '/data/readings/curve', name: 'readings.tab.curve' },
  { path: '/data/readings/heat', name: 'readings.tab.heat' },
  { path: '/data/readings/channels', name: 'readings.tab.channels' },
  { path: '/data/readings/quality', name: 'readings.tab.quality' },
  { path: '/data/readings/import', name: 'readings.tab.import' },
]

export function ReadingsPage(props: ComponentProps<typeof Page>) {
  const { t } = useText()
  const { link, search } = useAddress()
  const carried = Object.fromEntries(
    CARRIED.flatMap((name) => { const value = search.get(name); return value ? [[name, value]] : [] }),
  )
  return (
    <>
      <nav className="tabs" aria-label={t('readings.title')}>
        {TABS.map((tab) => (
          <NavLink key={tab.path} to={link(tab.path, carried)} end>{t(tab.name)}</NavLink>
        ))}
      </nav>
      <Page {...props} />
    </>
  )
}
