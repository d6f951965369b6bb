/** From one total to another, one cause at a time. */
import { waterfall } from '../../explain/waterfall'
import { ChartCard } from '../../parts/ChartCard'
import { Figure } from '../../parts/Figure'
import { useText } from '../../shell/lang'
import { ink, useTheme } from '../../shell/theme'
import type { Bridge } from './ask'

export function BridgeCard({ bridge, from, to, sub }: { bridge: Bridge; from: number; to: number; sub: string }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const effects = bridge.parts.map((part) => ({ code: part.cause, label: part.label, co2_t: part.co2_t }))
  const step = { start: bridge.old, end: bridge.new, effects, total: bridge.difference }
  const chart = waterfall({ from: String(from), to: String(to), step }, t, say, ink(isDark))
  return (
    <ChartCard title={chart.title} sub={`${sub} · ${chart.unit}`} option={chart.option} drawn={chart.drawn} height={320}>
      <p className="faint">
        {t('bridge.difference')} <Figure of={bridge.difference} showUnit isChange /> {t('bridge.exact')}
      </p>
    </ChartCard>
  )
}
