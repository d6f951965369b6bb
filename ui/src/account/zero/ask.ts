/** What the zero-carbon page asks. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Cut } from '../../api/ask'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type ZeroCarbon = Schemas['ZeroCarbon']
export type Basis = Schemas['BasisView']
export type Indicator = Schemas['IndicatorView']
export type Gap = Schemas['GapView']
export type StepOfWay = Schemas['StepView']

export const useZeroCarbon = ({ park, version }: Cut, year: number, set: string) =>
  useQuery({
    queryKey: ['park', park, 'zero-carbon', version, year, set],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/zero-carbon', {
          params: { path: { park_id: park }, query: { version, year, indicator_set: set } },
        }),
      ),
  })
