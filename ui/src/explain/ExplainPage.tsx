/** A page of the stage "explain": its neighbours on top, and whose data it reads. */
import type { ReactNode } from 'react'
import { Page } from '../parts/Page'
import { Empty } from '../parts/states'
import { Switch } from '../parts/Pick'
import type { Tab } from '../parts/Tabs'
import { Tabs } from '../parts/Tabs'
import { useText } from '../shell/lang'
import { useHeld } from './ask'
import { Next } from './Next'
import { OwnBar } from './OwnBar'
import type { OwnTable } from './owntable'
import { useSource } from './source'

/** From what happened to what may be said about it. */
const TABS: Tab[] = [
  { path: '/explain', name: 'explain.tab.change' },
  { path: '/explain/years', name: 'explain.tab.years' },
  { path: '/explain/decoupling', name: 'explain.tab.decoupling' },
  { path: '/explain/regression', name: 'explain.tab.regression' },
  { path: '/explain/which', name: 'explain.tab.which' },
]

export function ExplainPage({ title, answer, children }: { title: string; answer?: ReactNode; children: ReactNode }) {
  const { t } = useText()
  const { isOwn, set } = useSource()
  const options = [{ value: 'park', label: t('own.park') }, { value: 'own', label: t('own.own') }]
  return (
    <>
      <Tabs label={t('menu.explain')} tabs={TABS} carried={isOwn ? { data: 'own' } : {}} />
      <Page
        title={title} answer={answer}
        side={<Switch label={t('own.whose')} value={isOwn ? 'own' : 'park'} options={options} onPick={(next) => { set({ data: next === 'own' ? 'own' : undefined }) }} />}
      >
        {children}
      </Page>
    </>
  )
}

/** What only a table of factors can answer. */
export function OfFactors({ table, children }: { table: OwnTable; children: ReactNode }) {
  const { t } = useText()
  const held = useHeld(table)
  if (!held.data) return null
  if (held.data.is_long) return <>{children}</>
  return <><Empty title={t('own.not_long')}><p>{t('own.not_long_hint')}</p></Empty><Next steps={['regression', 'which']} /></>
}

/** A page that reads a table of one's own: asks for it first. */
export function OwnPage({ title, answer, children }: { title: string; answer?: ReactNode; children: (table: OwnTable) => ReactNode }) {
  const { table } = useSource()
  return (
    <ExplainPage title={title} answer={answer}>
      <OwnBar />
      {table && children(table)}
    </ExplainPage>
  )
}
