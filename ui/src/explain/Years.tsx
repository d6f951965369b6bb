/** The effects of each step beside each other, or summed up from the first year. */
import type { ReactNode } from 'react'
import { ChartCard } from '../parts/ChartCard'
import { Switch } from '../parts/Pick'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { ink, useTheme } from '../shell/theme'
import { useView } from '../shell/view'
import { useOwnLmdi, useSplit } from './ask'
import { stacks, strongest } from './chained'
import { ExplainPage, OfFactors, OwnPage } from './ExplainPage'
import { useSource } from './source'
import { Next } from './Next'
import type { OwnTable } from './owntable'
import { stepsOfOwn, stepsOfPark, sumsOfOwn, sumsOfPark, type Stack } from './shapes'
import { StackTable } from './StackTable'
import { useYears, YearFilters } from './YearFilters'

export function Years() {
  return useSource().isOwn ? <OwnYears /> : <ParkYears />
}

function ParkYears() {
  const { t, say } = useText()
  const { cut, search } = useView()
  const split = useSplit(cut, search.get('by') ?? '', useYears())
  return (
    <ExplainPage title={t('years.title')} answer={split.data && say(split.data.chain_finding)}>
      <div className="filters"><YearFilters from={split.data?.from_year} to={split.data?.to_year} /><Summed /></div>
      <Answer of={split}>
        {(data) => <Body steps={stepsOfPark(data)} sums={sumsOfPark(data)} sub={say(data.basis)} />}
      </Answer>
    </ExplainPage>
  )
}

function OwnYears() {
  const { t } = useText()
  return <OwnPage title={t('years.title')}>{(table) => <OfFactors table={table}><OwnBody table={table} /></OfFactors>}</OwnPage>
}

function OwnBody({ table }: { table: OwnTable }) {
  const { t, say } = useText()
  const { search } = useView()
  const found = useOwnLmdi(table, search.get('model') === '2' ? 2 : 1)
  return (
    <Answer of={found}>
      {(data) => (
        <>
          <p className="answer">{say(data.finding)}</p>
          <div className="filters"><Summed /></div>
          <Body steps={stepsOfOwn(data)} sums={sumsOfOwn(data)} sub={t(data.model === 1 ? 'explain.lmdi_1' : 'explain.lmdi_2')} />
        </>
      )}
    </Answer>
  )
}

const useSummed = (): boolean => useView().search.get('show') === 'sums'

function Summed() {
  const { t } = useText()
  const { set } = useView()
  const isSum = useSummed()
  return (
    <Switch
      label={t('years.show')} value={isSum ? 'sums' : 'steps'} onPick={(show) => { set({ show: show === 'sums' ? show : undefined }, true) }}
      options={[{ value: 'steps', label: t('years.steps') }, { value: 'sums', label: t('years.sums') }]}
    />
  )
}

function Body({ steps, sums, sub }: { steps: Stack[]; sums: Stack[]; sub: string }): ReactNode {
  const { t, say } = useText()
  const { isDark } = useTheme()
  const isSum = useSummed()
  const rows = isSum ? sums : steps
  const chart = stacks(rows, t, say, ink(isDark))
  const first = steps[0]?.name.split('–')[0] ?? ''
  const top = strongest(isSum ? rows.slice(-1) : rows, t, say)
  const title = isSum ? t('years.sums_title', { from: first, name: top.name, value: top.value }) : t('years.steps_title', { ...top })
  return (
    <>
      <ChartCard title={title} sub={[chart.unit, sub].filter((part) => part !== '').join(' · ')} option={chart.option} drawn={chart.drawn} height={380}>
        <p className="faint">{t('years.note')}</p>
      </ChartCard>
      <StackTable rows={rows} label={t('years.table')} />
      <Next steps={['change', 'decoupling', 'which']} />
    </>
  )
}
