/** What the scope 2 page asks. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Boundary, Cut } from '../../api/ask'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type Scope2 = Schemas['Scope2']
export type BoughtLine = Schemas['BoughtLine']
export type MarketStep = Schemas['MarketStep']
export type Certificate = Schemas['CertificateView']
export type MemberViews = Schemas['MemberViews']

export const useScope2 = ({ park, member, version }: Cut, year: number, boundary: Boundary) =>
  useQuery({
    queryKey: ['park', park, 'scope2', version, member, year, boundary],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/scope2', {
          params: { path: { park_id: park }, query: { version, member, year, boundary } },
        }),
      ),
  })
