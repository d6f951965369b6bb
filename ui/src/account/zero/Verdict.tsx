/** Met, missed, cannot be told, no figure: in words, never by colour alone. */
import { useText } from '../../shell/lang'
import type { Gap } from './ask'

const LOOKS = {
  met: { look: 'good', text: 'zero.met' },
  missed: { look: 'bad', text: 'zero.missed' },
  open: { look: 'warn', text: 'zero.open' },
  unknown: { look: 'warn', text: 'zero.unknown' },
} as const

export function Verdict({ gap }: { gap: Gap }) {
  const { t } = useText()
  const { look, text } = LOOKS[gap.verdict]
  return <span className={`tag ${look}`}>{t(text)}</span>
}
