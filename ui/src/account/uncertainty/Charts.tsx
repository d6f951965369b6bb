/** Whose variance it is, and the distribution of the total. */
import { ChartCard } from '../../parts/ChartCard'
import { digits, percent, scaleOf } from '../../parts/format'
import { useText } from '../../shell/lang'
import { ink, useTheme } from '../../shell/theme'
import { useView } from '../../shell/view'
import type { Drawn, Uncertainty } from './ask'
import { histogram, shares } from './draw'

export function Shares({ found }: { found: Uncertainty }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const parts = found.contributions
  const rows = parts.map((part) => ({ name: say(part.name), share: part.share }))
  const first = rows[0]
  const title = first ? t('uncertainty.shares', { name: first.name, share: percent(first.share) }) : ''
  const chart = shares(rows, { name: t('uncertainty.rest'), share: found.rest_share }, t('uncertainty.share'), ink(isDark))
  const drawn = {
    head: [t('uncertainty.input'), t('uncertainty.share'), t('uncertainty.first'), t('uncertainty.basis'), t('uncertainty.document')],
    rows: parts.map((part) => [say(part.name), part.share, part.first, say(part.basis_label), part.cite]),
  }
  return (
    <ChartCard title={title} sub={t('uncertainty.shares_sub', { year: found.year })} option={chart.option} drawn={drawn} height={chart.height}>
      <p className="faint">
        {t(found.is_exact ? 'uncertainty.shares_exact' : 'uncertainty.shares_linear', { share: percent(found.interactions) })}
      </p>
    </ChartCard>
  )
}

export function Histogram({ found, drawn }: { found: Uncertainty; drawn: Drawn }) {
  const { t } = useText()
  const { isDark } = useTheme()
  const { year } = useView()
  const scale = scaleOf(found.unit, found.total.value, t)
  const at = (value: number) => digits(value * scale.factor)
  const chart = histogram(drawn, scale, t('uncertainty.count'), ink(isDark))
  const title = t('uncertainty.histogram', { low: at(drawn.lower), high: at(drawn.upper), unit: scale.unit })
  return (
    <ChartCard
      title={title} sub={t('uncertainty.histogram_sub', { year, draws: found.draws.toLocaleString('en-US') })} option={chart.option}
      drawn={{ head: [t('uncertainty.from', { unit: scale.unit }), t('uncertainty.to', { unit: scale.unit }), t('uncertainty.count')], rows: chart.rows }}
    >
      <p className="faint">{t('uncertainty.middle', { mean: at(drawn.mean), median: at(drawn.median), unit: scale.unit })}</p>
    </ChartCard>
  )
}
