/** What the guided job, the systems and the quality page ask the server. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'
import { useView } from '../../shell/view'

type Schemas = components['schemas']
export type Guide = Schemas['Guide']
export type Step = Schemas['GuideStep']
export type Todo = Schemas['GuideTodo']
export type Quality = Schemas['Quality']
export type Systems = Schemas['Systems']
export type Kind = Schemas['KindState']
export type Ask = Schemas['AskView']

/** The year asked for; nothing where the park has no year yet, so that the server chooses. */
function useQuestion() {
  const { cut, park, year, search } = useView()
  const isKnown = park.years.length > 0 || search.get('year') !== null
  const query = { year: isKnown ? year : undefined, member: cut.member, version: cut.version }
  return { park: cut.park, query }
}

export function useGuide() {
  const { park, query } = useQuestion()
  return useQuery({
    queryKey: ['park', park, 'guide', query],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(api.GET('/api/v1/parks/{park_id}/guide', { params: { path: { park_id: park }, query } })),
  })
}

export function useQuality() {
  const { park, query } = useQuestion()
  return useQuery({
    queryKey: ['park', park, 'quality', query],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(api.GET('/api/v1/parks/{park_id}/quality', { params: { path: { park_id: park }, query } })),
  })
}

export function useSystems() {
  const { park, query } = useQuestion()
  const { year, version } = query
  return useQuery({
    queryKey: ['park', park, 'systems', year, version],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(api.GET('/api/v1/parks/{park_id}/systems', {
        params: { path: { park_id: park }, query: { year, version } },
      })),
  })
}

/** Says why a stream is absent, or that the boundary stands; a new version of the park. */
export function useDecide() {
  const { park } = useView()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (said: { expected: string; member: string; reason: string }) =>
      take(api.POST('/api/v1/parks/{park_id}/decisions', {
        params: { path: { park_id: park.park_id } },
        body: {
          base_version: park.version,
          expected: said.expected,
          member_id: said.member,
          answer: said.expected === 'boundary' ? 'confirmed' : 'not_applicable',
          reason: said.reason,
        },
      })),
    onSuccess: () => client.invalidateQueries(),
  })
}
