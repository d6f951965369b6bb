import { describe, expect, it } from 'vitest'
import { fresh, reduce, type GridState } from '../src/measure/grid/state'
import { blockTsv, parseTsv } from '../src/measure/grid/tsv'
import { differences } from '../src/measure/Conflict'

const columns = ['a', 'b', 'c']
const rows = [{ a: '1', b: '2', c: null }, { a: '4', b: '5', c: '6' }]
const at = (row: number, column: number, state: GridState = fresh(rows)) => reduce(state, { type: 'go', to: { row, column } })

describe('paste', () => {
  it('reads what Excel copies', () => {
    expect(parseTsv('1\t2\r\n3\t4\r\n')).toEqual([['1', '2'], ['3', '4']])
  })
  it('keeps tabs, quotes and line ends inside quotes', () => {
    expect(parseTsv('"a\tb"\t"say ""hi"""\n"two\nlines"\tx')).toEqual([['a\tb', 'say "hi"'], ['two\nlines', 'x']])
  })
  it('keeps a quote that does not open the cell', () => { expect(parseTsv('5" pipe\tx')).toEqual([['5" pipe', 'x']]) })
  it('keeps empty cells', () => { expect(parseTsv('\t\n\t')).toEqual([['', ''], ['', '']]) })
  it('survives its own copy', () => {
    const block = [{ a: 'x\ty', b: null, c: 'q"' }]
    expect(parseTsv(blockTsv(block, columns))).toEqual([['x\ty', '', 'q"']])
  })
})

describe('editing', () => {
  it('writes a block from the corner and adds the rows it needs', () => {
    const state = reduce(at(1, 1), { type: 'write', cells: [['x', 'y', 'too far'], ['z', '']], columns })
    expect(state.rows).toEqual([rows[0], { a: '4', b: 'x', c: 'y' }, { a: null, b: 'z', c: null }])
    expect(state.at).toEqual({ row: 2, column: 2 })
  })
  it('fills a range with one copied cell', () => {
    const chosen = reduce(at(0, 0), { type: 'go', to: { row: 1, column: 1 }, isExtending: true })
    const state = reduce(chosen, { type: 'write', cells: [['9']], columns })
    expect(state.rows.map((row) => [row.a, row.b, row.c])).toEqual([['9', '9', null], ['9', '9', '6']])
  })
  it('undoes and does again, back to the same rows', () => {
    const changed = reduce(at(0, 0), { type: 'clear', columns })
    const undone = reduce(changed, { type: 'undo' })
    expect(undone.rows).toBe(rows)
    expect(reduce(undone, { type: 'redo' }).rows).toBe(changed.rows)
  })
  it('adds below and deletes the chosen rows', () => {
    const added = reduce(at(0, 2), { type: 'add', columns })
    expect(added.rows[1]).toEqual({ a: null, b: null, c: null })
    expect(reduce(added, { type: 'remove', columns }).rows).toEqual(rows)
  })
  it('survives deleting everything', () => {
    const all = reduce(at(0, 0), { type: 'go', to: { row: 1, column: 2 }, isExtending: true })
    const none = reduce(all, { type: 'remove', columns })
    expect(none.rows).toEqual([])
    expect(reduce(none, { type: 'remove', columns })).toBe(none)
    expect(reduce(none, { type: 'add', columns }).rows).toHaveLength(1)
  })
})

it('shows what another user changed', () => {
  const theirs = [rows[0] ?? {}, { a: '4', b: '50', c: '6' }]
  const mine = [rows[0] ?? {}, { a: '4', b: '55', c: '6' }]
  expect(differences(rows, theirs, mine, columns)).toEqual([{ row: 3, column: 'b', theirs: '50', mine: '55' }])
})
