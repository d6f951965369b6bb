/** What the pages of drivers ask, of a park and of a table of one's own. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Cut } from '../api/ask'
import { api, take } from '../api/client'
import type { components, operations } from '../api/schema'
import type { OwnTable } from './owntable'

type Schemas = components['schemas']
export type Split = Schemas['DriverSplit']
export type Change = Schemas['DriverChange']
export type Running = Schemas['RunningEffects']
export type Identity = Schemas['IdentityChoice']
export type Decoupling = Schemas['ParkDecoupling']
export type Point = Schemas['DecouplingPoint']
export type OwnDecoupling = Schemas['OwnDecoupling']
export type Regression = Schemas['Regression']
export type Advice = Schemas['MethodAdvice']
export type Held = Schemas['OwnTable']
export type OwnLmdi = Schemas['OwnLmdi']
export type OwnStep = Schemas['OwnStep']
export type Method = 'ols' | 'ridge' | 'pls' | 'pcr' | 'lasso' | 'bayes'
type Code = NonNullable<NonNullable<operations['split_api_v1_parks__park_id__drivers_split_get']['parameters']['query']>['identity']>

export interface Years {
  from?: number | undefined
  to?: number | undefined
}

export const useSplit = ({ park, version }: Cut, identity: string, { from, to }: Years) =>
  useQuery({
    queryKey: ['park', park, 'split', version, identity, from, to],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/drivers/split', {
          params: { path: { park_id: park }, query: { identity: identity as Code, from_year: from, to_year: to, version } },
        }),
      ),
  })

export const useDecoupling = ({ park, version }: Cut, { from, to }: Years) =>
  useQuery({
    queryKey: ['park', park, 'decoupling', version, from, to],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/drivers/decoupling', {
          params: { path: { park_id: park }, query: { from_year: from, to_year: to, version } },
        }),
      ),
  })

export const useParkRegression = ({ park, version }: Cut, method: Method, k: string) =>
  useQuery({
    queryKey: ['park', park, 'regression', version, method, k],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/drivers/regression', {
          params: { path: { park_id: park }, query: { method, k, version } },
        }),
      ),
  })

export const useParkAdvice = ({ park, version }: Cut) =>
  useQuery({
    queryKey: ['park', park, 'which', version],
    queryFn: () =>
      take(api.GET('/api/v1/parks/{park_id}/drivers/which', { params: { path: { park_id: park }, query: { version } } })),
  })

export const useHeld = ({ id, name, text }: OwnTable) =>
  useQuery({
    queryKey: ['own', id, 'table'],
    queryFn: () => take(api.POST('/api/v1/explain/table', { body: { name, text } })),
  })

export const useOwnLmdi = ({ id, name, text }: OwnTable, model: 1 | 2) =>
  useQuery({
    queryKey: ['own', id, 'lmdi', model],
    placeholderData: keepPreviousData,
    queryFn: () => take(api.POST('/api/v1/explain/lmdi', { body: { name, text, model } })),
  })

export interface Wanted {
  target: string
  method: Method
  k: string
  logs: boolean
}

export const useOwnRegression = ({ id, name, text }: OwnTable, wanted: Wanted) =>
  useQuery({
    queryKey: ['own', id, 'regress', wanted],
    placeholderData: keepPreviousData,
    queryFn: () => take(api.POST('/api/v1/explain/regress', { body: { name, text, ...wanted } })),
  })

export const useOwnAdvice = ({ id, name, text }: OwnTable, target: string) =>
  useQuery({
    queryKey: ['own', id, 'which', target],
    placeholderData: keepPreviousData,
    queryFn: () => take(api.POST('/api/v1/explain/which', { body: { name, text, target } })),
  })

export const useOwnDecoupling = ({ id, name, text }: OwnTable, asked: { co2: string; output: string; co2_error: number; output_error: number }) =>
  useQuery({
    queryKey: ['own', id, 'decoupling', asked],
    placeholderData: keepPreviousData,
    queryFn: () => take(api.POST('/api/v1/explain/decoupling', { body: { name, text, energy: '', ...asked } })),
  })
