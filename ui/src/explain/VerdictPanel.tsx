/** What a regression may say here: a refusal in plain words, with one picture. */
import type { Verdict } from '../api/client'
import { ChartCard } from '../parts/ChartCard'
import { digits } from '../parts/format'
import { Panel } from '../parts/Page'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { useDriverNames } from './drivernames'
import { exactLine } from './exactline'

export function VerdictPanel({ verdict }: { verdict: Verdict }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const drivers = useDriverNames()
  const names: Record<Verdict['verdict'], string> = {
    identified: t('verdict.identified'),
    weak: t('verdict.weak'),
    'under-determined': t('verdict.under_determined'),
  }
  const isSaid = verdict.reasons.some((reason) => reason.en.includes('R²'))
  const line = verdict.is_reported ? null : exactLine(verdict, t('verdict.axis'), drivers, ink(isDark))
  return (
    <div className="stack">
      <Panel title={t('verdict.title')}>
        <p><span className={verdict.is_reported ? 'tag good' : 'tag warn'}>{names[verdict.verdict]}</span></p>
        <p><strong>{say(verdict.headline)}</strong></p>
        <dl className="pairs">
          <dt>{t('verdict.observations')}</dt><dd className="num">{verdict.observations}</dd>
          <dt>{t('verdict.unknowns')}</dt><dd className="num">{verdict.observations - verdict.dof}</dd>
          <dt>{t('verdict.dof')}</dt><dd className="num">{verdict.dof}</dd>
        </dl>
        {verdict.reasons.length > 0 && <h3>{t('verdict.why')}</h3>}
        <ul className="faults">
          {verdict.reasons.map((reason) => (
            <li key={reason.en}><span className="mark" aria-hidden="true" /><span>{say(reason)}</span></li>
          ))}
        </ul>
        {verdict.observations > 0 && verdict.dof <= 0 && !isSaid && <div className="note"><strong>{t('verdict.r2_title')}</strong><p>{t('verdict.r2')}</p></div>}
      </Panel>
      {line && (
        <ChartCard title={t('verdict.line_title')} sub={t('verdict.line_sub')} option={line.option} drawn={line.drawn} height={240}>
          <p className="faint">{t('verdict.line_note')}</p>
        </ChartCard>
      )}
      {verdict.needed.length > 0 && (
        <Panel title={t('verdict.needed')}>
          <ul className="faults">
            {verdict.needed.map((need) => (
              <li key={need.en}><span className="mark ok" aria-hidden="true" /><span>{say(need)}</span></li>
            ))}
          </ul>
        </Panel>
      )}
      {verdict.contrasts.length > 0 && (
        <Panel title={t('verdict.contrasts')} note={t('verdict.contrasts_note')}>
          {verdict.contrasts.map((contrast, at) => (
            <p key={at} className="formula">
              {Object.entries(contrast).filter(([name]) => name !== 'value').map(([name, value]) => `${digits(value)} × ${drivers(name)}`).join(' + ').replaceAll('+ −', '− ')}
              {` = ${digits(contrast.value)}`}
            </p>
          ))}
        </Panel>
      )}
    </div>
  )
}
