/** A page of the stage "plan": the same anatomy, with the way to its neighbours on top. */
import type { ComponentProps } from 'react'
import { Page } from '../parts/Page'
import type { Tab } from '../parts/Tabs'
import { Tabs } from '../parts/Tabs'
import { useText } from '../shell/lang'

/** In the order in which a plan is made. */
const TABS: Tab[] = [
  { path: '/plan/diagnosis', name: 'plan.tab.diagnosis' },
  { path: '/plan', name: 'plan.tab.projection' },
  { path: '/plan/scenarios', name: 'plan.tab.scenarios' },
]

export function PlanPage(props: ComponentProps<typeof Page>) {
  const { t } = useText()
  return (
    <>
      <Tabs label={t('menu.plan')} tabs={TABS} />
      <Page {...props} />
    </>
  )
}
