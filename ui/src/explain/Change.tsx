/** One change: the waterfall, and the tables behind it. */
import type { ReactNode } from 'react'
import { ChartCard } from '../parts/ChartCard'
import { Figure } from '../parts/Figure'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import type { Move } from './shapes'
import { waterfall } from './waterfall'

export function Waterfall({ move, sub, children }: { move: Move; sub: string; children?: ReactNode }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const chart = waterfall(move, t, say, ink(isDark))
  const about = [`${move.from}–${move.to}`, chart.unit, sub].filter((part) => part !== '').join(' · ')
  return (
    <ChartCard title={chart.title} sub={about} option={chart.option} drawn={chart.drawn} height={330}>
      <p className="faint">{t('explain.signs')}</p>
      {children}
    </ChartCard>
  )
}

export function Closing({ move, error }: { move: Move; error: number }) {
  const { t } = useText()
  return (
    <p className="faint">
      {t('explain.total')} <Figure of={move.step.total} showUnit isChange />{' '}
      {t('explain.closing', { error: error.toExponential(1).replace('-', '−') })}
    </p>
  )
}
