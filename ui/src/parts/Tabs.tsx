/** The way from a page to its neighbours, on top of them all. */
import { NavLink } from 'react-router'
import { useText } from '../shell/lang'
import { useAddress } from '../shell/view'

/** `name` is a key of the texts. */
export interface Tab { path: string; name: string }

interface Props {
  label: string
  tabs: Tab[]
  /** What of the address goes along besides what always does. */
  carried?: Record<string, string>
}

export function Tabs({ label, tabs, carried = {} }: Props) {
  const { t } = useText()
  const { link } = useAddress()
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.path} to={link(tab.path, carried)} end>{t(tab.name)}</NavLink>
      ))}
    </nav>
  )
}
