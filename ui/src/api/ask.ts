/** One hook per question a page may ask. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, take } from './client'

export interface Cut {
  park: string
  member?: string | undefined
  version?: number | undefined
}

const path = (park: string) => ({ park_id: park })

export const useParks = () =>
  useQuery({ queryKey: ['parks'], queryFn: () => take(api.GET('/api/v1/parks')) })

export const useSession = () =>
  useQuery({ queryKey: ['session'], queryFn: () => take(api.GET('/api/v1/session')) })

export const usePark = (park: string | undefined) =>
  useQuery({
    queryKey: ['park', park],
    enabled: park !== undefined,
    queryFn: () => take(api.GET('/api/v1/parks/{park_id}', { params: { path: path(park ?? '') } })),
  })

export const useVersions = (park: string) =>
  useQuery({
    queryKey: ['park', park, 'versions'],
    queryFn: () => take(api.GET('/api/v1/parks/{park_id}/versions', { params: { path: path(park) } })),
  })

export const useSeries = ({ park, member, version }: Cut) =>
  useQuery({
    queryKey: ['park', park, 'series', member, version],
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/series', {
          params: { path: path(park), query: { member, version } },
        }),
      ),
  })

export type Boundary = 'park' | 'enterprise' | 'facility'

export const useInventory = (cut: Cut, year: number, boundary?: Boundary) =>
  useQuery({
    queryKey: ['park', cut.park, 'inventory', cut.member, cut.version, year, boundary],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/inventory', {
          params: {
            path: path(cut.park),
            query: { year, member: cut.member, version: cut.version, boundary },
          },
        }),
      ),
  })

export const useDrivers = ({ park, version }: Cut) =>
  useQuery({
    queryKey: ['park', park, 'drivers', version],
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/drivers', { params: { path: path(park), query: { version } } }),
      ),
  })

export const usePathway = ({ park, version }: Cut) =>
  useQuery({
    queryKey: ['park', park, 'pathway', version],
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/pathway', { params: { path: path(park), query: { version } } }),
      ),
  })

export const useProof = ({ park, version }: Cut, key: string) =>
  useQuery({
    queryKey: ['park', park, 'proof', key, version],
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/figures/{key}', {
          params: { path: { park_id: park, key }, query: { version } },
        }),
      ),
  })

export const useTables = (park: string) =>
  useQuery({
    queryKey: ['park', park, 'tables'],
    queryFn: () => take(api.GET('/api/v1/parks/{park_id}/tables', { params: { path: path(park) } })),
  })

export const useTable = ({ park, version }: Cut, table: string) =>
  useQuery({
    queryKey: ['park', park, 'table', table, version],
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/tables/{table}', {
          params: { path: { park_id: park, table }, query: { version } },
        }),
      ),
  })

export const useJobs = (park: string) =>
  useQuery({
    queryKey: ['jobs', park],
    refetchInterval: (query) =>
      query.state.data?.some((job) => job.state === 'waiting' || job.state === 'running') ? 700 : false,
    queryFn: () => take(api.GET('/api/v1/jobs', { params: { query: { park_id: park } } })),
  })

export const useFactors = (search: string, kind: string) =>
  useQuery({
    queryKey: ['factors', search, kind],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/factors', {
          params: { query: { search: search || undefined, kind: kind || undefined } },
        }),
      ),
  })

export const useFactor = (subject: string) =>
  useQuery({
    queryKey: ['factors', 'of', subject],
    queryFn: () => take(api.GET('/api/v1/factors/{subject}', { params: { path: { subject } } })),
  })

export const useMethods = () =>
  useQuery({ queryKey: ['methods'], queryFn: () => take(api.GET('/api/v1/methods')) })

export const useCitations = () =>
  useQuery({ queryKey: ['citations'], queryFn: () => take(api.GET('/api/v1/citations')) })
