/** A citation by its key, with its title where the catalogue or the park knows it. */
import { useCitations, useTable } from '../api/ask'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'

const LONGEST = 60

function useTitle(key: string): string {
  const { say, lang } = useText()
  const { cut } = useView()
  const citations = useCitations()
  const own = useTable(cut, 'citations')
  const known = citations.data?.find((each) => each.citation_id === key)
  if (known) return [say(known.title), known.number].filter(Boolean).join(' · ')
  const row = own.data?.rows.find((each) => each.citation_id === key)
  return row ? [row[`title_${lang}`] ?? row.title_zh, row.number].filter(Boolean).join(' · ') : key
}

export function Cited({ cite }: { cite: string }) {
  const { t } = useText()
  const [key = '', clause] = cite.split('#')
  const title = useTitle(key)
  if (cite === '') return null
  if (cite === 'assumption') return <span className="tag warn">{t('assumption.unsourced')}</span>
  const full = [title, clause].filter(Boolean).join(' · ')
  return <span className="faint" title={`${full} [${cite}]`}>{full.length > LONGEST ? `${full.slice(0, LONGEST - 2)}…` : full}</span>
}
