/** Where the park is heading under stated assumptions, and how far from its targets. */
import { Link } from 'react-router'
import { usePathway, useSeries } from '../api/ask'
import type { Pathway, Series } from '../api/client'
import { ChartCard } from '../parts/ChartCard'
import { Panel } from '../parts/Page'
import { Switch } from '../parts/Pick'
import { Answer, Empty } from '../parts/states'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { useView } from '../shell/view'
import { AssumptionTable } from './AssumptionTable'
import { BranchCard } from './BranchCard'
import { fan } from './fan'
import { PlanPage } from './PlanPage'
import { ScenarioTable } from './ScenarioTable'
import { TargetTable } from './TargetTable'

export function Plan() {
  const { t, say } = useText()
  const { cut, link } = useView()
  const pathway = usePathway(cut)
  const series = useSeries({ park: cut.park, version: cut.version })
  return (
    <PlanPage title={t('plan.title')} answer={pathway.data && say(pathway.data.finding)}>
      <Answer of={pathway}>
        {(data) => data.scenarios.length === 0
          ? <Empty title={t('plan.empty')}><p>{t('plan.empty_hint')}</p><p><Link to={link('/data/scenarios')}>{t('account.to_data')}</Link></p></Empty>
          : <Body pathway={data} series={series.data} />}
      </Answer>
    </PlanPage>
  )
}

function Body({ pathway, series }: { pathway: Pathway; series: Series | undefined }) {
  const { t, say } = useText()
  const { search, set } = useView()
  const { isDark } = useTheme()
  const { scenarios } = pathway
  const chosen = scenarios.find((each) => each.scenario_id === search.get('scenario')) ?? scenarios.at(-1)
  if (!chosen) return null
  const chart = fan(pathway, chosen, series, t, say, ink(isDark))
  return (
    <>
      <Switch
        label={t('plan.scenario')} value={chosen.scenario_id}
        options={scenarios.map((each) => ({ value: each.scenario_id, label: say(each.label) }))}
        onPick={(next) => { set({ scenario: next }, true) }}
      />
      <ChartCard title={chart.title} sub={chart.sub} option={chart.option} drawn={chart.drawn} height={360}>
        <p>{say(chosen.peak_note)}</p>
        <p className="faint">{t('plan.band_note')}</p>
      </ChartCard>
      <div className="two">
        <BranchCard scenario={chosen} />
        <div className="stack">
          <Panel title={t('plan.compare')}><ScenarioTable scenarios={scenarios} /></Panel>
          <Panel title={t('plan.targets', { name: say(chosen.label) })}><TargetTable scenario={chosen} /></Panel>
        </div>
      </div>
      <Panel title={t('plan.assumptions', { name: say(chosen.label) })} note={t('plan.assumptions_note')}>
        <AssumptionTable scenario={chosen} />
      </Panel>
    </>
  )
}
