/** Scenarios of a tree side by side: lines, one stacked, two as wedges, targets, what is assumed. */
import { ChartCard } from '../../parts/ChartCard'
import { Panel } from '../../parts/Page'
import { Switch } from '../../parts/Pick'
import { Answer } from '../../parts/states'
import { useText } from '../../shell/lang'
import { ink, useTheme } from '../../shell/theme'
import { useView } from '../../shell/view'
import { PlanPage } from '../PlanPage'
import { TargetTable } from '../TargetTable'
import { type Tree, useTree } from './ask'
import { lines, stacked } from './charts'
import { Laid } from './Laid'
import { SideBySide } from './SideBySide'
import { WedgeCard } from './WedgeCard'

export function Scenarios() {
  const { t, say } = useText()
  const { cut } = useView()
  const tree = useTree(cut)
  return (
    <PlanPage title={t('tree.title')} answer={tree.data && say(tree.data.answer)}>
      <Answer of={tree}>{(data) => <Body tree={data} />}</Answer>
    </PlanPage>
  )
}

function Body({ tree }: { tree: Tree }) {
  const { t, say } = useText()
  const { search, set } = useView()
  const { isDark } = useTheme()
  const chosen = tree.scenarios.find((each) => each.scenario_id === search.get('scenario')) ?? tree.scenarios.at(-1)
  if (!chosen) return null
  const words = { t, say, ink: ink(isDark) }
  const all = lines(tree, words)
  const span = `${String(tree.base_year)}–${String(tree.end_year)}`
  const sectors = stacked(tree.years, chosen.by_sector, 't CO2', words)
  const carriers = stacked(tree.years, chosen.by_carrier, 't CO2', words)
  const energy = stacked(tree.years, chosen.energy_by_carrier, 'tce', words)
  const name = say(chosen.label)
  return (
    <>
      {!tree.is_own && <div className="note">{t('tree.simplest')}</div>}
      {tree.assumed > 0 && <div className="note">{t('tree.assumed', { assumed: tree.assumed, stated: tree.stated })}</div>}
      <ChartCard title={t('tree.lines', { n: tree.scenarios.length })} sub={`${all.unit} · ${span}`} option={all.option} drawn={all.drawn} height={340}>
        <p className="faint">{t('tree.peak_rule')}</p>
      </ChartCard>
      <Panel title={t('plan.compare')}><SideBySide tree={tree} /></Panel>
      <WedgeCard tree={tree} />
      <Switch
        label={t('plan.scenario')} value={chosen.scenario_id}
        options={tree.scenarios.map((each) => ({ value: each.scenario_id, label: say(each.label) }))}
        onPick={(next) => { set({ scenario: next }, true) }}
      />
      <div className="two">
        <ChartCard title={t('tree.by_sector', { name })} sub={`${sectors.unit} · ${span}`} option={sectors.option} drawn={sectors.drawn} />
        <ChartCard title={t('tree.by_carrier', { name })} sub={`${carriers.unit} · ${span}`} option={carriers.option} drawn={carriers.drawn} />
        <ChartCard title={t('tree.energy', { name })} sub={`${energy.unit} · ${span}`} option={energy.option} drawn={energy.drawn} />
        <Panel title={t('plan.targets', { name })}><TargetTable scenario={chosen} /></Panel>
      </div>
      <Laid tree={tree} chosen={chosen} />
    </>
  )
}
