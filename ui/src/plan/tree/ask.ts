/** What the pages of scenarios and diagnosis ask. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Cut } from '../../api/ask'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type Tree = Schemas['ScenarioTree']
export type TreeScenario = Schemas['TreeScenario']
export type Band = Schemas['Band']
export type Wedges = Schemas['ScenarioWedges']

export const useTree = ({ park, version }: Cut) =>
  useQuery({
    queryKey: ['park', park, 'scenarios', version],
    queryFn: () =>
      take(api.GET('/api/v1/parks/{park_id}/scenarios', { params: { path: { park_id: park }, query: { version } } })),
  })

export const useWedges = ({ park, version }: Cut, first: string, second: string) =>
  useQuery({
    queryKey: ['park', park, 'wedges', version, first, second],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/scenarios/wedges', {
          params: { path: { park_id: park }, query: { first, second, version } },
        }),
      ),
  })
