/** One address for every view; each page is its own piece of script. */
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Broken, Nowhere } from './Broken'
import { Frame } from './Frame'

const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('../home/Home')).Home }) },
  { path: 'data', lazy: async () => ({ Component: (await import('../measure/Tables')).Tables }) },
  { path: 'data/import', lazy: async () => ({ Component: (await import('../measure/Import')).Import }) },
  { path: 'data/readings', lazy: async () => ({ Component: (await import('../measure/readings/Overview')).Overview }) },
  { path: 'data/readings/channels', lazy: async () => ({ Component: (await import('../measure/readings/Channels')).ChannelsPage }) },
  { path: 'data/readings/import', lazy: async () => ({ Component: (await import('../measure/readings/ReadingsImport')).ReadingsImport }) },
  { path: 'data/readings/quality', lazy: async () => ({ Component: (await import('../measure/readings/Quality')).QualityPage }) },
  { path: 'data/readings/curve', lazy: async () => ({ Component: (await import('../measure/readings/Curve')).CurvePage }) },
  { path: 'data/readings/heat', lazy: async () => ({ Component: (await import('../measure/readings/Heat')).HeatPage }) },
  { path: 'data/:table', lazy: async () => ({ Component: (await import('../measure/TablePage')).TablePage }) },
  { path: 'account', lazy: async () => ({ Component: (await import('../account/Account')).Account }) },
  { path: 'account/inventory', lazy: async () => ({ Component: (await import('../account/Inventory')).InventoryPage }) },
  { path: 'account/uncertainty', lazy: async () => ({ Component: (await import('../account/uncertainty/Uncertainty')).Uncertainty }) },
  { path: 'account/scope2', lazy: async () => ({ Component: (await import('../account/scope2/Scope2')).Scope2Page }) },
  { path: 'account/methods', lazy: async () => ({ Component: (await import('../account/methods/Methods')).Methods }) },
  { path: 'account/measured', lazy: async () => ({ Component: (await import('../account/combustion/MeasuredFuels')).MeasuredFuelsPage }) },
  { path: 'account/zero-carbon', lazy: async () => ({ Component: (await import('../account/zero/ZeroCarbon')).ZeroCarbonPage }) },
  { path: 'account/compare', lazy: async () => ({ Component: (await import('../account/compare/Compare')).ComparePage }) },
  { path: 'account/versions', lazy: async () => ({ Component: (await import('../account/versions/Versions')).VersionsPage }) },
  { path: 'account/systems', lazy: async () => ({ Component: (await import('../account/systems/Systems')).SystemsPage }) },
  { path: 'account/quality', lazy: async () => ({ Component: (await import('../account/quality/QualityPage')).QualityPage }) },
  { path: 'guide', lazy: async () => ({ Component: (await import('../account/guide/Guide')).GuidePage }) },
  { path: 'trace', lazy: async () => ({ Component: (await import('../trace/Carbon')).CarbonPage }) },
  { path: 'trace/network', lazy: async () => ({ Component: (await import('../trace/Network')).NetworkPage }) },
  { path: 'trace/members', lazy: async () => ({ Component: (await import('../trace/Members')).MembersPage }) },
  { path: 'trace/statement', lazy: async () => ({ Component: (await import('../trace/Statement')).StatementPage }) },
  { path: 'trace/green', lazy: async () => ({ Component: (await import('../trace/Green')).GreenPage }) },
  { path: 'explain', lazy: async () => ({ Component: (await import('../explain/Explain')).Explain }) },
  { path: 'plan', lazy: async () => ({ Component: (await import('../plan/Plan')).Plan }) },
  { path: 'plan/diagnosis', lazy: async () => ({ Component: (await import('../plan/diagnosis/DiagnosisPage')).DiagnosisPage }) },
  { path: 'plan/scenarios', lazy: async () => ({ Component: (await import('../plan/tree/Scenarios')).Scenarios }) },
  { path: 'report', lazy: async () => ({ Component: (await import('../report/Report')).Report }) },
  { path: 'catalog', lazy: async () => ({ Component: (await import('../catalog/Catalog')).Catalog }) },
  { path: 'catalog/policies', lazy: async () => ({ Component: (await import('../catalog/knowledge/Policies')).Policies }) },
  { path: 'catalog/policies/:policy', lazy: async () => ({ Component: (await import('../catalog/knowledge/PolicyPage')).PolicyPage }) },
  { path: 'catalog/options', lazy: async () => ({ Component: (await import('../catalog/knowledge/Options')).Options }) },
  { path: 'catalog/options/:option', lazy: async () => ({ Component: (await import('../catalog/knowledge/OptionPage')).OptionPage }) },
  { path: 'catalog/:subject', lazy: async () => ({ Component: (await import('../catalog/Subject')).Subject }) },
  { path: 'calc', lazy: async () => ({ Component: (await import('../account/Calc')).Calc }) },
  { path: '*', Component: Nowhere },
]

export const router = createBrowserRouter([
  {
    path: '/',
    Component: Frame,
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: pages.map((page) => ({ ...page, ErrorBoundary: Broken })),
  },
])
