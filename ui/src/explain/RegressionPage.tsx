/** What may a regression say about the drivers? The verdict first, slopes only behind it. */
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { Pick, Switch } from '../parts/Pick'
import { Answer } from '../parts/states'
import { useText } from '../shell/lang'
import { useView } from '../shell/view'
import { useHeld, useOwnRegression, useParkRegression, type Method, type Regression } from './ask'
import { ExplainPage, OwnPage } from './ExplainPage'
import { useSource } from './source'
import { Next } from './Next'
import type { OwnTable } from './owntable'
import { Selectors, Slopes, TraceCard } from './Slopes'
import { SHORT } from './ridgetrace'
import { LineCard, Needed, VerdictPanel } from './VerdictPanel'

const METHODS: Method[] = ['ridge', 'ols', 'pls', 'pcr', 'lasso', 'bayes']

export function RegressionPage() {
  const { t } = useText()
  const { isOwn } = useSource()
  if (isOwn) return <OwnPage title={t('regression.title')}>{(table) => <OwnAsked table={table} />}</OwnPage>
  return <ParkPage />
}

function useMethod(): { method: Method; k: string } {
  const { search } = useView()
  const asked = METHODS.find((each) => each === search.get('method'))
  return { method: asked ?? 'ridge', k: search.get('k') ?? '' }
}

function ParkPage() {
  const { t, say } = useText()
  const { cut } = useView()
  const { method, k } = useMethod()
  const found = useParkRegression(cut, method, k)
  return (
    <ExplainPage title={t('regression.title')} answer={found.data && say(found.data.finding)}>
      {found.data?.is_reported && <div className="filters"><MethodFilters /></div>}
      <Found found={found} />
    </ExplainPage>
  )
}

function OwnAsked({ table }: { table: OwnTable }) {
  const { t } = useText()
  const { search, set } = useView()
  const held = useHeld(table)
  const numeric = (held.data?.columns ?? []).filter((column) => column.is_numeric)
  const asked = search.get('target')
  const target = numeric.find((column) => column.name === asked)?.name ?? numeric.at(-1)?.name ?? ''
  const logs = search.get('logs') ? search.get('logs') === 'yes' : numeric.every((column) => (column.low ?? 0) > 0)
  if (target === '') return null
  return (
    <>
      <div className="filters">
        <Pick label={t('regression.target')} value={target} options={numeric.map(({ name }) => ({ value: name, label: name }))} onPick={(next) => { set({ target: next }, true) }} />
        <Switch
          label={t('regression.form')} value={logs ? 'yes' : 'no'} onPick={(next) => { set({ logs: next }, true) }}
          options={[{ value: 'yes', label: t('regression.logs') }, { value: 'no', label: t('regression.linear') }]}
        />
        <MethodFilters />
      </div>
      <OwnFound table={table} target={target} logs={logs} />
    </>
  )
}

function OwnFound({ table, target, logs }: { table: OwnTable; target: string; logs: boolean }) {
  const { say } = useText()
  const found = useOwnRegression(table, { target, logs, ...useMethod() })
  return (
    <>
      {found.data && <p className="answer">{say(found.data.finding)}</p>}
      <Found found={found} />
    </>
  )
}

function MethodFilters() {
  const { t } = useText()
  const { set } = useView()
  const { method, k } = useMethod()
  const [typed, setTyped] = useState(k)
  const names: Record<Method, string> = {
    ridge: t('regression.ridge'), ols: t('regression.ols'), pls: t('regression.pls'), pcr: t('regression.pcr'), lasso: t('regression.lasso'), bayes: t('regression.bayes'),
  }
  const selectors = ['gcv', 'loocv', 'hkb', 'lw', 'trace']
  const isNumber = k !== '' && !selectors.includes(k)
  return (
    <>
      <Pick label={t('regression.method')} value={method} options={METHODS.map((each) => ({ value: each, label: names[each] }))} onPick={(next) => { set({ method: next, k: undefined }, true) }} />
      {method === 'ridge' && (
        <>
          <Pick
            label={t('regression.k_by')} value={isNumber ? 'given' : k || 'gcv'}
            options={[...selectors.map((each) => ({ value: each, label: SHORT[each] ?? each })), { value: 'given', label: t('regression.given') }]}
            onPick={(next) => { set({ k: next === 'given' ? typed || '0.1' : next }, true) }}
          />
          {isNumber && (
            <label className="pick"><span>{t('regression.k_axis')}</span>
              <input className="search short" inputMode="decimal" value={typed || k} onChange={(event) => { setTyped(event.target.value) }} onBlur={() => { set({ k: typed || k }, true) }} onKeyDown={(event) => { if (event.key === 'Enter') set({ k: typed || k }, true) }} />
            </label>
          )}
        </>
      )}
    </>
  )
}

function Found({ found }: { found: UseQueryResult<Regression> }) {
  return (
    <Answer of={found}>
      {(data) => (
        <div className="two wide-left">
          <div className="stack">
            {data.is_reported ? <><TraceCard found={data} /><Slopes found={data} /></> : <><VerdictPanel found={data} /><LineCard found={data} /></>}
          </div>
          <div className="stack">
            {data.is_reported && <><VerdictPanel found={data} /><Selectors found={data} /></>}
            <Needed found={data} />
            <Next steps={['change', 'which', 'data']} />
          </div>
        </div>
      )}
    </Answer>
  )
}
