/** What turns one scenario into another, driver by driver, summing exactly. */
import { ChartCard } from '../../parts/ChartCard'
import { Figure } from '../../parts/Figure'
import { digits, largest, scaleOf } from '../../parts/format'
import { Ledger } from '../../parts/Ledger'
import { Pick } from '../../parts/Pick'
import { Answer } from '../../parts/states'
import { useText } from '../../shell/lang'
import { ink, useTheme } from '../../shell/theme'
import { useView } from '../../shell/view'
import { type Tree, useWedges, type Wedges } from './ask'
import { wedges } from './charts'

export function WedgeCard({ tree }: { tree: Tree }) {
  const { t, say } = useText()
  const { cut, search, set } = useView()
  const ids = tree.scenarios.map((each) => each.scenario_id)
  const first = search.get('first') ?? ids[0] ?? ''
  const second = search.get('second') ?? ids.at(-1) ?? ''
  const found = useWedges(cut, first, second)
  const options = tree.scenarios.map((each) => ({ value: each.scenario_id, label: say(each.label) }))
  if (ids.length < 2) return null
  return (
    <>
      <div className="filters">
        <Pick label={t('tree.first')} value={first} options={options} onPick={(next) => { set({ first: next }, true) }} />
        <Pick label={t('tree.second')} value={second} options={options} onPick={(next) => { set({ second: next }, true) }} />
      </div>
      <Answer of={found}>{(data) => <Shown found={data} tree={tree} />}</Answer>
    </>
  )
}

function Shown({ found, tree }: { found: Wedges; tree: Tree }) {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const name = (id: string) => say(tree.scenarios.find((each) => each.scenario_id === id)?.label)
  const chart = wedges(found, { t, say, ink: ink(isDark) })
  const all = scaleOf('t CO2', largest([found.total.sum.value, ...found.by_driver.map((band) => band.sum.value)]), t)
  const one = scaleOf('t CO2', largest([found.total.end.value, ...found.by_driver.map((band) => band.end.value)]), t)
  const rows = [...found.by_driver.map((band) => ({ ...band, isWhole: false })), { code: 'all', label: null, end: found.total.end, sum: found.total.sum, isWhole: true }]
  const title = t('tree.wedges', {
    first: name(found.first), second: name(found.second),
    value: digits((found.total.sum.value ?? 0) * all.factor), unit: all.unit,
  })
  return (
    <ChartCard title={title} sub={`${chart.unit} · ${String(found.years[0])}–${String(found.years.at(-1))}`} option={chart.option} drawn={chart.drawn} height={320}>
      <Ledger
        label={t('tree.wedge_table')}
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          { key: 'name', head: t('tree.driver'), isName: true, cell: (row) => row.label === null ? <strong>{t('tree.difference')}</strong> : say(row.label) },
          { key: 'end', head: String(found.years.at(-1)), unit: one.unit, isNumber: true, cell: (row) => <Figure of={row.end} scale={one} isChange /> },
          { key: 'sum', head: t('plan.cumulative'), unit: all.unit, isNumber: true, cell: (row) => <Figure of={row.sum} scale={all} isChange /> },
        ]}
      />
      <p className="faint">{t('tree.wedge_note')}</p>
    </ChartCard>
  )
}
