/** Whose data a page of drivers reads: the park's, or a table of one's own. */
import { useView } from '../shell/view'
import { useOwnTable } from './owntable'

export function useSource() {
  const { search, set } = useView()
  const isOwn = search.get('data') === 'own'
  return { isOwn, set, table: useOwnTable() }
}
