/** The mix of energy or emissions by carrier, year by year or as one ring. */
import type { EChartsCoreOption } from 'echarts/core'
import type { Series, Slice } from '../api/client'
import { ChartCard } from '../parts/ChartCard'
import { base, categoryAxis, valueAxis } from '../parts/chartbase'
import { percent } from '../parts/format'
import { colourOf, letteringOn } from '../parts/palette'
import { Switch } from '../parts/Pick'
import { useText } from '../shell/lang'
import { ink as inkOf, useTheme, type Ink } from '../shell/theme'
import { useView } from '../shell/view'

interface Named {
  code: string
  name: string
}

const share = (value: number | undefined | null) => (value === undefined || value === null ? null : value * 100)
const inPercent = (event: { value: number | null }) =>
  event.value === null || event.value < 4 ? '' : `${event.value.toFixed(1)} %`

function stacked(rows: { year: number; mix: Slice[] }[], carriers: Named[], ink: Ink): EChartsCoreOption {
  return {
    ...base(ink),
    grid: { ...base(ink).grid, top: 44 },
    xAxis: categoryAxis(rows.map((row) => String(row.year)), ink),
    yAxis: valueAxis(ink, { max: 100, axisLabel: { color: ink.faint, formatter: '{value} %' } }),
    series: carriers.map(({ code, name }) => ({
      type: 'bar', stack: 'all', name, barMaxWidth: 72, itemStyle: { color: colourOf(code), borderColor: ink.panel, borderWidth: 1 },
      label: { show: true, color: letteringOn(colourOf(code)), textBorderWidth: 0, formatter: inPercent },
      data: rows.map((row) => {
        const slice = row.mix.find((each) => each.code === code)
        return { value: share(slice?.share), key: slice?.co2_t.key }
      }),
    })),
  }
}

function ring(mix: Slice[], say: (slice: Slice) => string, ink: Ink): EChartsCoreOption {
  return {
    ...base(ink),
    tooltip: { show: false },
    series: [{
      type: 'pie', radius: ['42%', '68%'], center: ['50%', '56%'],
      label: { color: ink.text, formatter: (event: { name: string; percent: number }) => `${event.name}\n${event.percent.toFixed(1)} %` },
      data: mix.map((slice) => ({
        name: say(slice), value: slice.share, key: slice.co2_t.key,
        itemStyle: { color: colourOf(slice.code), borderColor: ink.panel, borderWidth: 2 },
      })),
    }],
  }
}

export function MixCard({ series }: { series: Series }) {
  const { t, say } = useText()
  const { year, search, set } = useView()
  const { isDark } = useTheme()
  const ink = inkOf(isDark)
  const isCo2 = search.get('mix') === 'co2'
  const isRing = search.get('shape') === 'ring'
  const rows = series.rows.map((row) => ({ year: row.year, mix: isCo2 ? row.mix : row.mix_energy }))
  const carriers = new Map<string, string>()
  for (const row of rows) for (const slice of row.mix) carriers.set(slice.code, say(slice.label))
  const named = [...carriers].map(([code, name]) => ({ code, name }))
  const now = rows.find((row) => row.year === year) ?? rows.at(-1)
  const shown = isRing ? rows.filter((row) => row === now) : rows
  const top = [...(now?.mix ?? [])].sort((one, two) => (two.share ?? 0) - (one.share ?? 0))[0]
  if (!now || !top) return null
  const title = t(isCo2 ? 'account.mix_co2' : 'account.mix_energy', {
    year: now.year, name: say(top.label), share: percent(top.share),
  })
  return (
    <ChartCard
      title={title}
      sub={t(series.comparison ? 'account.sub' : 'account.sub_plain', { period: shown.map((row) => row.year).join('–').replace(/–.*–/, '–'), fig: '4', unit: '%' })}
      option={isRing ? ring(now.mix, (slice) => say(slice.label), ink) : stacked(rows, named, ink)}
      drawn={{
        head: [t('term.year'), ...named.map(({ name }) => `${name} (%)`)],
        rows: shown.map((row) => [
          String(row.year),
          ...named.map(({ code }) => share(row.mix.find((slice) => slice.code === code)?.share)),
        ]),
      }}
    >
      <div className="grid-bar">
        <Switch
          label={t('account.mix_of')} value={isCo2 ? 'co2' : 'energy'}
          options={[{ value: 'energy', label: t('term.energy') }, { value: 'co2', label: t('term.co2') }]}
          onPick={(next) => { set({ mix: next === 'co2' ? next : undefined }, true) }}
        />
        <Switch
          label={t('account.shape')} value={isRing ? 'ring' : 'years'}
          options={[{ value: 'years', label: t('account.by_year') }, { value: 'ring', label: t('account.one_year', { year: now.year }) }]}
          onPick={(next) => { set({ shape: next === 'ring' ? next : undefined }, true) }}
        />
      </div>
    </ChartCard>
  )
}
