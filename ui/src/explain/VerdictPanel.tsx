/** What a regression may say here: a verdict in plain words, with one picture. */
import { ChartCard } from '../parts/ChartCard'
import { Panel } from '../parts/Page'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import type { Regression } from './ask'
import { Counts } from './Counts'
import { exactLine } from './exactline'

const TAGS: Record<Regression['verdict'], string> = { identified: 'tag good', weak: 'tag warn', 'under-determined': 'tag bad' }

export function VerdictPanel({ found }: { found: Regression }) {
  const { t, say } = useText()
  const names: Record<Regression['verdict'], string> = {
    identified: t('verdict.identified'),
    weak: t('verdict.weak'),
    'under-determined': t('verdict.under_determined'),
  }
  return (
    <Panel title={t('verdict.title')}>
      <p><span className={TAGS[found.verdict]}>{names[found.verdict]}</span></p>
      <p><strong>{say(found.headline)}</strong></p>
      <Counts observations={found.observations} unknowns={found.unknowns} />
      <h3>{t('verdict.why')}</h3>
      <ul className="faults">
        {found.reasons.map((reason) => <li key={reason.en}><span className="mark" aria-hidden="true" /><span>{say(reason)}</span></li>)}
      </ul>
    </Panel>
  )
}

export function Needed({ found }: { found: Regression }) {
  const { t, say } = useText()
  if (found.needed.length === 0) return null
  return (
    <Panel title={t('verdict.needed')}>
      <ul className="faults">
        {found.needed.map((need) => <li key={need.en}><span className="mark ok" aria-hidden="true" /><span>{say(need)}</span></li>)}
      </ul>
    </Panel>
  )
}

export function LineCard({ found }: { found: Regression }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  if (!found.line) return null
  const line = exactLine(found.line, t('verdict.axis'), say, ink(isDark))
  return (
    <ChartCard title={t('verdict.line_title')} sub={t('verdict.line_sub')} option={line.option} drawn={line.drawn} height={280}>
      <p className="faint">{t('verdict.line_note')}</p>
    </ChartCard>
  )
}
