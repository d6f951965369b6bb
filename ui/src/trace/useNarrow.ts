/** Whether the window is as narrow as a phone's; charts lay out otherwise there. */
import { useSyncExternalStore } from 'react'

const asked = () => (typeof matchMedia === 'function' ? matchMedia('(max-width: 600px)') : null)

function watch(onChange: () => void): () => void {
  const media = asked()
  media?.addEventListener('change', onChange)
  return () => { media?.removeEventListener('change', onChange) }
}

export const useNarrow = (): boolean => useSyncExternalStore(watch, () => asked()?.matches ?? false)
