/** What a year's figures are worth. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Cut } from '../../api/ask'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type Uncertainty = Schemas['Uncertainty']
export type WorthFigure = Schemas['WorthFigure']
export type Contribution = Schemas['ContributionView']
export type Mend = Schemas['MendView']
export type Unknown = Schemas['UnknownView']
export type Trend = Schemas['TrendView']
export type InputPart = Omit<Contribution, 'first' | 'share' | 'tonnes'>
export type Drawn = Schemas['SimulatedView']

export const useUncertainty = ({ park, member, version }: Cut, year: number, from: number | undefined) =>
  useQuery({
    queryKey: ['park', park, 'uncertainty', member, version, year, from],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/uncertainty', {
          params: { path: { park_id: park }, query: { year, member, version, from_year: from } },
        }),
      ),
  })
