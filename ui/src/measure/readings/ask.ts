/** What the pages of readings ask. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type LoadCurve = Schemas['LoadCurve']
export type HeatMap = Schemas['HeatMap']
export type ReadingFacts = Schemas['ReadingFacts']
export type Subject = Schemas['SubjectOfReadings']

/** What is looked at, and from which day to which; as the address has it. */
export interface Window {
  park: string
  channel?: string | undefined
  member?: string | undefined
  system?: string | undefined
  carrier?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

export type By = 'auto' | 'native' | 'hour' | 'day'
export type Align = 'weekday' | 'date'
export type What = 'energy' | 'carbon'

export const useCurve = ({ park, ...window }: Window, by: By, align: Align) =>
  useQuery({
    queryKey: ['park', park, 'readings', 'curve', window, by, align],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/readings/curve', {
          params: { path: { park_id: park }, query: { ...window, by, align } },
        }),
      ),
  })

export const useHeat = ({ park, ...window }: Window, what: What) =>
  useQuery({
    queryKey: ['park', park, 'readings', 'heat', window, what],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/readings/heat', {
          params: { path: { park_id: park }, query: { ...window, what } },
        }),
      ),
  })
