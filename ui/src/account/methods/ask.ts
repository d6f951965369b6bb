/** What this area asks of the server. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Cut } from '../../api/ask'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type Comparison = Schemas['MethodComparison']
export type Side = Schemas['MethodSide']
export type Stream = Schemas['MethodStream']
export type Part = Schemas['MethodPart']

export const useComparison = (cut: Cut, year: number, first: string, second: string) =>
  useQuery({
    queryKey: ['park', cut.park, 'methods', cut.member, cut.version, year, first, second],
    enabled: first !== '' && second !== '',
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/methods/compare', {
          params: {
            path: { park_id: cut.park },
            query: { first, second, year, member: cut.member, version: cut.version },
          },
        }),
      ),
  })
