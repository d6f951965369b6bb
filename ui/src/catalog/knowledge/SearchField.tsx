/** A search box whose words stand in the address, a moment after typing. */
import { useEffect, useState } from 'react'
import { useNavigation } from 'react-router'
import { useView } from '../../shell/view'

const PAUSE = 250

export function SearchField({ label }: { label: string }) {
  const { search, set } = useView()
  const asked = search.get('search') ?? ''
  const [typed, setTyped] = useState(asked)
  const leaves = useNavigation().state !== 'idle'
  useEffect(() => {
    // a link followed meanwhile wins: a later change of the address would call it back
    if (typed === asked || leaves) return
    const timer = setTimeout(() => { set({ search: typed }, true) }, PAUSE)
    return () => { clearTimeout(timer) }
  }, [typed, asked, set, leaves])
  return (
    <input
      className="field search" type="search" value={typed} placeholder={label}
      aria-label={label} onChange={(event) => { setTyped(event.target.value) }}
    />
  )
}
