/** What saving would do, asked again half a second after the last change. */
import { useEffect, useState } from 'react'
import { api, take, type ChangePreview, type Row } from '../api/client'

export interface Looking {
  preview: ChangePreview | null
  error: unknown
  isLooking: boolean
}

const QUIET: Looking = { preview: null, error: null, isLooking: false }

export function usePreview(park: string, table: string, base: number, rows: Row[], isOn: boolean): Looking {
  const [looking, setLooking] = useState<Looking & { rows: Row[] | null }>({ ...QUIET, rows: null })
  useEffect(() => {
    if (!isOn) return
    let isStale = false
    const timer = setTimeout(() => {
      const call = api.POST('/api/v1/parks/{park_id}/tables/{table}/preview', {
        params: { path: { park_id: park, table } }, body: { base_version: base, rows, why: '' },
      })
      take(call)
        .then((preview) => { if (!isStale) setLooking({ preview, error: null, isLooking: false, rows }) })
        .catch((error: unknown) => { if (!isStale) setLooking({ preview: null, error, isLooking: false, rows }) })
    }, 500)
    return () => { isStale = true; clearTimeout(timer) }
  }, [park, table, base, rows, isOn])
  if (!isOn) return QUIET
  return { ...looking, isLooking: looking.rows !== rows }
}
