/** What the pages of readings ask. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, ApiError, take } from '../../api/client'
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

/** Sums that are worked out for the first time are asked for again until they are there. */
const AGAIN_MS = 2000
const isOnTheWay = (error: Error | null): boolean =>
  error instanceof ApiError && error.problem.code === 'readings_being_summed'

const waits = {
  retry: (count: number, error: Error) => isOnTheWay(error) && count < 600,
  retryDelay: AGAIN_MS,
  refetchInterval: (query: { state: { data: { lags: boolean } | undefined } }) =>
    query.state.data?.lags === true ? AGAIN_MS : false,
}

export const useCurve = ({ park, ...window }: Window, by: By, align: Align) =>
  useQuery({
    queryKey: ['park', park, 'readings', 'curve', window, by, align],
    placeholderData: keepPreviousData,
    ...waits,
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
    ...waits,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/readings/heat', {
          params: { path: { park_id: park }, query: { ...window, what } },
        }),
      ),
  })

export type ChannelTree = Schemas['ChannelTree']
export type ChannelNode = Schemas['ChannelNode']
export type ReadingQuality = Schemas['ReadingQuality']

export const useChannels = ({ park, ...window }: Window, search: string) =>
  useQuery({
    queryKey: ['park', park, 'readings', 'channels', window, search],
    placeholderData: keepPreviousData,
    ...waits,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/readings/channels', {
          params: { path: { park_id: park }, query: { ...window, search } },
        }),
      ),
  })

export const useQuality = ({ park, ...window }: Window, offset: number) =>
  useQuery({
    queryKey: ['park', park, 'readings', 'quality', window, offset],
    placeholderData: keepPreviousData,
    ...waits,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/readings/quality', {
          params: { path: { park_id: park }, query: { ...window, offset } },
        }),
      ),
  })
