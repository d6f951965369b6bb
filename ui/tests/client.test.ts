import { describe, expect, it } from 'vitest'
import { ApiError, take } from '../src/api/client'
import { faultMap } from '../src/measure/faults'
import { matches } from '../src/catalog/Subject'
import { folded } from '../src/explain/waterfall'
import type { Factor, Fault } from '../src/api/client'

const caught = async (call: Promise<unknown>): Promise<ApiError> => {
  try {
    await call
  } catch (error) {
    if (error instanceof ApiError) return error
  }
  throw new Error('nothing was refused')
}
const answer = (status: number, body: { data?: unknown; error?: unknown }) =>
  Promise.resolve({ ...body, response: new Response(null, { status }) })

describe('answers', () => {
  it('are handed on', async () => { expect(await take(answer(200, { data: [1] }))).toEqual([1]) })
  it('carry the code of a problem', async () => {
    const { problem } = await caught(take(answer(409, { error: { title: 'a', detail: 'b', status: 409, code: 'V-1' } })))
    expect(problem).toMatchObject({ code: 'V-1', status: 409, detail: 'b', faults: [] })
  })
  it('say the status when the body is no problem', async () => {
    expect((await caught(take(answer(502, { error: '<html>' })))).problem.code).toBe('HTTP-502')
  })
  it('say when there was none', async () => {
    expect((await caught(take(Promise.reject(new TypeError('Failed to fetch'))))).problem).toMatchObject({ status: 0, code: 'NET-0' })
  })
})

it('marks the gravest fault of a cell, counting headings as row 1', () => {
  const text = { zh: '', en: '' }
  const fault = (severity: Fault['severity'], row: number | null): Fault =>
    ({ code: severity, severity, table: 't', row, column: 'c', where: text, what: text, fix: text })
  const map = faultMap([fault('warning', 2), fault('error', 2), fault('warning', 2), fault('error', null)])
  expect([...map.keys()]).toEqual(['0:c'])
  expect(map.get('0:c')?.severity).toBe('error')
})

it('filters factors by every word', () => {
  const factor = { place: 'CN-36', valid_from: '2021-01-01', citation: { title: { zh: '', en: 'Notice' } } } as Factor
  expect(matches(factor, 'cn-36 2021')).toBe(true)
  expect(matches(factor, 'cn-37 notice')).toBe(false)
})

it('folds names for narrow screens', () => {
  expect(folded('Energy intensity')).toBe('Energy\nintensity')
  expect(folded('\u5de5\u4e1a\u603b\u4ea7\u503c')).toBe('\u5de5\u4e1a\n\u603b\u4ea7\u503c')
  expect(folded('2020')).toBe('2020')
})
