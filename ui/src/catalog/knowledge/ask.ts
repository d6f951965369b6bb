/** Questions to the knowledge base. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type PolicyCard = Schemas['PolicyCard']
export type PolicyView = Schemas['PolicyView']
export type PolicyClause = Schemas['PolicyClause']
export type OptionCard = Schemas['OptionCard']
export type OptionView = Schemas['OptionView']
export type OptionValue = Schemas['OptionValue']
export type Choice = Schemas['Choice']

export interface PolicyQuestion {
  words: string
  level: string
  place: string
  year: number
  indicator: string
  theme: string
  state: string
}

export const usePolicies = (question: PolicyQuestion) =>
  useQuery({
    queryKey: ['knowledge', 'policies', question],
    placeholderData: keepPreviousData,
    queryFn: () => take(api.GET('/api/v1/knowledge/policies', { params: { query: question } })),
  })

export const usePolicy = (policy: string) =>
  useQuery({
    queryKey: ['knowledge', 'policy', policy],
    queryFn: () =>
      take(api.GET('/api/v1/knowledge/policies/{policy_id}', { params: { path: { policy_id: policy } } })),
  })

export const useOptions = (words: string, kind: string, direction: string) =>
  useQuery({
    queryKey: ['knowledge', 'options', words, kind, direction],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(api.GET('/api/v1/knowledge/options', { params: { query: { words, kind, direction } } })),
  })

export const useOption = (option: string, on: string, prices: number) =>
  useQuery({
    queryKey: ['knowledge', 'option', option, on, prices],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/knowledge/options/{option_id}', {
          params: { path: { option_id: option }, query: { on, prices } },
        }),
      ),
  })
