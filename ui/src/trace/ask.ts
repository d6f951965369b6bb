/** What the pages of carbon flow ask. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, take } from '../api/client'
import type { components } from '../api/schema'

type Schemas = components['schemas']
export type CarbonPicture = Schemas['CarbonPicture']
export type PictureNode = Schemas['PictureNode']
export type PictureLink = Schemas['PictureLink']
export type SpanHead = Pick<CarbonPicture, 'at' | 'kind' | 'months' | 'hours' | 'before' | 'after' | 'spread'>

export type Level = 'enterprise' | 'facility'
export type Valued = 'location' | 'market' | 'booked'
export interface How {
  park: string
  version: number | undefined
  level: Level
  view: Valued
}

const path = (park: string) => ({ park_id: park })

export const usePicture = ({ park, ...how }: How, at: string, most: number) =>
  useQuery({
    queryKey: ['park', park, 'trace', 'picture', how, at, most],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/trace/picture', {
          params: { path: path(park), query: { ...how, at, most } },
        }),
      ),
  })
