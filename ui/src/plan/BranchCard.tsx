/** The chosen scenario taken apart by branch. */
import type { EChartsCoreOption } from 'echarts/core'
import type { Scenario } from '../api/client'
import { ChartCard } from '../parts/ChartCard'
import { axisName, base, categoryAxis, valueAxis } from '../parts/chartbase'
import { largest, scaleOf } from '../parts/format'
import { colourOf } from '../parts/palette'
import { useText } from '../shell/lang'
import { ink as inkOf, useTheme } from '../shell/theme'

export function BranchCard({ scenario }: { scenario: Scenario }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const ink = inkOf(isDark)
  const { factor, unit } = scaleOf('t CO2', largest(scenario.points.map((point) => point.co2_t)), t)
  const codes = [...new Set(scenario.points.flatMap((point) => Object.keys(point.branches)))]
  const name = (code: string) => say(scenario.branch_labels[code]) || code
  const value = (branches: Record<string, number>, code: string) => {
    const tonnes = branches[code]
    return tonnes === undefined ? null : tonnes * factor
  }
  const years = scenario.points.map((point) => String(point.year))
  const option: EChartsCoreOption = {
    ...base(ink),
    grid: { ...base(ink).grid, top: 64, right: 20 },
    xAxis: categoryAxis(years, ink, { boundaryGap: false }),
    yAxis: valueAxis(ink, axisName(unit, 'left', ink)),
    series: codes.map((code) => ({
      type: 'line', stack: 'all', name: name(code), showSymbol: false, lineStyle: { width: 1 },
      areaStyle: { opacity: 0.75 }, itemStyle: { color: colourOf(code) },
      data: scenario.points.map((point) => value(point.branches, code)),
    })),
  }
  return (
    <ChartCard
      title={t('plan.branches', { name: say(scenario.label) })}
      sub={`${unit} · ${years[0] ?? ''}–${years.at(-1) ?? ''}`}
      option={option}
      height={300}
      drawn={{
        head: [t('term.year'), ...codes.map((code) => `${name(code)} (${unit})`)],
        rows: scenario.points.map((point) => [String(point.year), ...codes.map((code) => value(point.branches, code))]),
      }}
    />
  )
}
