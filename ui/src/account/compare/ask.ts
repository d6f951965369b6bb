/** A year beside the year before, kept inventories, and bridges between versions. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'
import type { Boundary, Cut } from '../../api/ask'

type Schemas = components['schemas']
export type Bridge = Schemas['Bridge']
export type BridgeItem = Schemas['BridgeItem']
export type FactorChange = Schemas['FactorChange']
export type Look = Schemas['Look']
export type YearComparison = Schemas['YearComparison']
export type KeptSeries = Schemas['KeptSeries']
export type KeptHead = Schemas['KeptHead']
export type KeptInventory = Schemas['KeptInventory']
export type BaseYear = Schemas['BaseYear']

const path = (park: string) => ({ park_id: park })

export const useComparison = ({ park, member, version }: Cut, from: number | undefined, to: number | undefined) =>
  useQuery({
    queryKey: ['park', park, 'compare', member, version, from, to],
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/compare', {
          params: { path: path(park), query: { from_year: from, to_year: to, member, version } },
        }),
      ),
  })

export const useKept = (park: string) =>
  useQuery({
    queryKey: ['park', park, 'inventories'],
    queryFn: () => take(api.GET('/api/v1/parks/{park_id}/inventories', { params: { path: path(park) } })),
  })

export const useBaseYear = (park: string) =>
  useQuery({
    queryKey: ['park', park, 'base-year'],
    queryFn: () => take(api.GET('/api/v1/parks/{park_id}/base-year', { params: { path: path(park) } })),
  })

export const useKeptVersion = (park: string, inventory: string, version: number) =>
  useQuery({
    queryKey: ['park', park, 'inventories', inventory, version],
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/inventories/{inventory_id}/versions/{version}', {
          params: { path: { park_id: park, inventory_id: inventory, version } },
        }),
      ),
  })

export const useBridge = (park: string, inventory: string, old: number, last: number) =>
  useQuery({
    queryKey: ['park', park, 'bridge', inventory, old, last],
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/inventories/{inventory_id}/bridge', {
          params: { path: { park_id: park, inventory_id: inventory }, query: { old, new: last } },
        }),
      ),
  })

interface Keeping {
  year: number
  member: string
  boundary: Boundary
  why: string
}

export function useKeep(park: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Keeping) =>
      take(api.POST('/api/v1/parks/{park_id}/inventories', { params: { path: path(park) }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['park', park] }),
  })
}

export function useAccept(park: string, inventory: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ version, why }: { version: number; why: string }) =>
      take(
        api.POST('/api/v1/parks/{park_id}/inventories/{inventory_id}/versions/{version}/accept', {
          params: { path: { park_id: park, inventory_id: inventory, version } }, body: { why },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['park', park] }),
  })
}
