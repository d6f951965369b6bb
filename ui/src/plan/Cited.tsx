/** A citation by its key, with its title where the catalogue knows it. */
import { useCitations } from '../api/ask'
import { useText } from '../shell/lang'

export function Cited({ cite }: { cite: string }) {
  const { say } = useText()
  const citations = useCitations()
  if (cite === '') return null
  const known = citations.data?.find((each) => each.citation_id === cite)
  const title = known ? [say(known.title), known.number].filter(Boolean).join(' · ') : cite
  return <span className="faint" title={`${title} [${cite}]`}>{title.length > 48 ? `${title.slice(0, 46)}…` : title}</span>
}
