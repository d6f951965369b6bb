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

export const usePicture = ({ park, ...how }: How, at: string, most: number, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: ['park', park, 'trace', 'picture', how, at, most],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/trace/picture', {
          params: { path: path(park), query: { ...how, at, most } },
        }),
      ),
  })

export type CarbonMembers = Schemas['CarbonMembers']
export type CarbonStatement = Schemas['CarbonStatement']
export type CarbonTransfer = Schemas['CarbonTransfer']
export type MemberCarbon = Schemas['MemberCarbon']
export type MemberDay = Schemas['MemberDay']
export type MonthlyCarbon = Schemas['MonthlyCarbon']
export type StatedTransfer = Schemas['StatedTransfer']
export type CarbonMap = Schemas['CarbonMap']
export type CarbonNode = Schemas['CarbonNode']
export type GreenLedger = Schemas['GreenLedger']
export type JointPlants = Schemas['JointPlants']

const keeps = { placeholderData: keepPreviousData }

export const useStatements = ({ park, ...how }: How, at: string, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: ['park', park, 'trace', 'statements', how, at],
    ...keeps,
    queryFn: () => take(api.GET('/api/v1/parks/{park_id}/trace/statements', { params: { path: path(park), query: { ...how, at } } })),
  })

const ofMember = (park: string, member: string) => ({ park_id: park, member_id: member })

export const useMember = ({ park, ...how }: How, member: string, year: number) =>
  useQuery({
    queryKey: ['park', park, 'trace', 'member', how, member, year],
    ...keeps,
    queryFn: () =>
      take(api.GET('/api/v1/parks/{park_id}/trace/members/{member_id}', { params: { path: ofMember(park, member), query: { ...how, year } } })),
  })

export const useMemberDay = ({ park, ...how }: How, member: string, day: string) =>
  useQuery({
    queryKey: ['park', park, 'trace', 'member-day', how, member, day],
    ...keeps,
    queryFn: () =>
      take(api.GET('/api/v1/parks/{park_id}/trace/members/{member_id}/day', { params: { path: ofMember(park, member), query: { ...how, day } } })),
  })

export const useStatement = ({ park, ...how }: How, member: string, month: string, year: number) =>
  useQuery({
    queryKey: ['park', park, 'trace', 'statement', how, member, month, year],
    ...keeps,
    queryFn: () =>
      take(api.GET('/api/v1/parks/{park_id}/trace/members/{member_id}/statement', { params: { path: ofMember(park, member), query: { ...how, month, year } } })),
  })

export const useMap = ({ park, ...how }: How, at: string, carrier: string, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: ['park', park, 'trace', 'map', how, at, carrier],
    ...keeps,
    queryFn: () => take(api.GET('/api/v1/parks/{park_id}/trace/map', { params: { path: path(park), query: { ...how, at, carrier } } })),
  })

export const useNode = ({ park, view, version }: How, node: string, carrier: string, day: string) =>
  useQuery({
    queryKey: ['park', park, 'trace', 'node', view, version, node, carrier, day],
    ...keeps,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/trace/nodes/{node_id}', {
          params: { path: { park_id: park, node_id: node }, query: { carrier, day, view, version } },
        }),
      ),
  })

export const useGreen = ({ park, ...how }: How, day: string, member: string, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: ['park', park, 'trace', 'green', how, day, member],
    ...keeps,
    queryFn: () => take(api.GET('/api/v1/parks/{park_id}/trace/green-ledger', { params: { path: path(park), query: { ...how, day, member } } })),
  })

export const useJoint = (park: string, year: number, version: number | undefined) =>
  useQuery({
    queryKey: ['park', park, 'trace', 'joint', year, version],
    queryFn: () => take(api.GET('/api/v1/parks/{park_id}/trace/joint', { params: { path: path(park), query: { year, version } } })),
  })
