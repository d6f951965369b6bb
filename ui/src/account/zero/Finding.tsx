/** The answer in one line: the core indicator, its limit, and what is still to be cut. */
import { Figure } from '../../parts/Figure'
import { useText } from '../../shell/lang'
import type { ZeroCarbon } from './ask'

export function Finding({ found }: { found: ZeroCarbon }) {
  const { t } = useText()
  const core = found.indicators.find((each) => each.kind === 'core')
  const own = found.bases.find((each) => each.code === 'own')
  const gap = core?.gaps[0]
  if (!core?.figure || !gap) return <>{t('zero.no_core')}</>
  return (
    <>
      {t('zero.core')} <strong><Figure of={core.figure} showUnit /></strong>
      {t('zero.against', { limit: gap.limit.value })}
      {gap.verdict === 'missed' && gap.closes && (
        <>{t('zero.to_cut')} <strong><Figure of={gap.closes} showUnit /></strong></>
      )}
      {own?.ratio && <>{t('zero.own')} <Figure of={own.ratio} showUnit /></>}
      {t('home.stop')}
    </>
  )
}
