/** The three shelves of the knowledge base: factors, policies, options of a plan. */
import { Tabs } from '../../parts/Tabs'
import { useText } from '../../shell/lang'

const SHELVES = [
  { path: '/catalog', name: 'knowledge.factors' },
  { path: '/catalog/policies', name: 'knowledge.policies' },
  { path: '/catalog/options', name: 'knowledge.options' },
]

export function KnowledgeTabs() {
  const { t } = useText()
  return <Tabs label={t('menu.catalog')} tabs={SHELVES} />
}
