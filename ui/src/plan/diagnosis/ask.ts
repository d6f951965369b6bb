/** What the diagnosis page asks. */
import { useQuery } from '@tanstack/react-query'
import type { Cut } from '../../api/ask'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type Diagnosis = Schemas['Diagnosis']
export type Distance = Schemas['DistanceView']
export type Lever = Schemas['PlanLever']
export type Clause = Schemas['PolicyCited']
export type Benchmark = Schemas['BenchmarkView']

export const useDiagnosis = ({ park, version }: Cut) =>
  useQuery({
    queryKey: ['park', park, 'diagnosis', version],
    queryFn: () =>
      take(api.GET('/api/v1/parks/{park_id}/diagnosis', { params: { path: { park_id: park }, query: { version } } })),
  })
