/** The only place that talks to the server: types come from its description. */
import createClient from 'openapi-fetch'
import type { components, paths } from './schema'

type Schemas = components['schemas']
export type Text = Schemas['Text']
export type FigureValue = Schemas['Figure']
export type Problem = Schemas['Problem']
export type Fault = Schemas['FaultView']
export type Park = Schemas['Park']
export type Member = Schemas['Member']
export type Slice = Schemas['Slice']
export type Line = Schemas['Line']
export type Inventory = Schemas['Inventory']
export type Series = Schemas['Series']
export type YearRow = Schemas['YearRow']
export type Drivers = Schemas['Drivers']
export type Step = Schemas['Step']
export type Effect = Schemas['Effect']
export type Verdict = Schemas['Verdict']
export type Pathway = Schemas['Pathway']
export type Scenario = Schemas['Scenario']
export type Proof = Schemas['Proof']
export type Factor = Schemas['FactorView']
export type Citation = Schemas['CitationView']
export type TableView = Schemas['TableView']
export type ColumnView = Schemas['ColumnView']
export type ChangePreview = Schemas['ChangePreview']
export type ImportPreview = Schemas['ImportPreview']
export type Delta = Schemas['Delta']
export type Version = Schemas['VersionView']
export type QuickAnswer = Schemas['QuickAnswer']
export type QuickLine = Schemas['QuickLine']
export type Job = Schemas['Job']
export type Row = Record<string, string | null>

export const BASE = '/api/v1'

export const api = createClient<paths>({
  baseUrl: typeof window === 'undefined' ? '' : window.location.origin,
  headers: { 'X-Tanlu-Client': 'page' },
})

/** What the server refused, with a code that support can look up. */
export class ApiError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

function asProblem(error: unknown, status: number): Problem {
  const given = (typeof error === 'object' && error !== null ? error : {}) as Partial<Problem>
  const detail = typeof given.detail === 'string' ? given.detail : ''
  return {
    type: given.type ?? 'about:blank',
    title: given.title ?? '',
    status: given.status ?? status,
    detail,
    code: given.code ?? (status === 0 ? 'NET-0' : `HTTP-${String(status)}`),
    faults: given.faults ?? [],
  }
}

/** The answer, or an ApiError: never a bare "failed". */
export async function take<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await call
  } catch {
    throw new ApiError(asProblem(null, 0))
  }
  if (answer.error !== undefined || answer.data === undefined) {
    throw new ApiError(asProblem(answer.error, answer.response.status))
  }
  return answer.data
}
