import { describe, expect, it } from 'vitest'
import { toCsv, toTsv } from '../src/parts/csv'
import { firstLang } from '../src/shell/lang'
import { firstTheme } from '../src/shell/theme'
import { kept, patched } from '../src/shell/view'
import { walk } from '../src/shell/Chooser'
import { distinct } from '../src/home/Next'

describe('the address', () => {
  const now = new URLSearchParams('park=ganzhou&year=2021&version=3&member=m1&figure=a%2Fb&cut=scope&lang=en')
  it('carries park, boundary, period and version to the next page, and nothing else', () => {
    expect(kept(now)).toBe('?park=ganzhou&member=m1&year=2021&version=3&lang=en')
    expect(kept(new URLSearchParams())).toBe('')
    expect(kept(now, { row: '3' })).toContain('&row=3')
  })
  it('changes and removes parameters without touching the rest', () => {
    const next = patched(now, { figure: undefined, year: '2022' })
    expect(next.get('figure')).toBeNull()
    expect(next.get('year')).toBe('2022')
    expect(next.get('cut')).toBe('scope')
    expect(now.get('figure')).toBe('a/b')
  })
  it('decides the language: address, then last choice, then browser', () => {
    expect(firstLang('?lang=en', 'zh', 'zh-CN')).toBe('en')
    expect(firstLang('', 'zh', 'en-GB')).toBe('zh')
    expect(firstLang('', null, 'zh-TW')).toBe('zh')
    expect(firstLang('', null, 'fr')).toBe('en')
  })
  it('decides the theme', () => {
    expect(firstTheme('?theme=dark', 'light')).toBe('dark')
    expect(firstTheme('?theme=pink', null)).toBe('auto')
  })
})

describe('exports', () => {
  it('writes exactly what is drawn, with full precision', () => {
    expect(toCsv([['year', 'x, y'], ['2020', 88.791234567]])).toBe('\uFEFFyear,"x, y"\r\n2020,88.791234567\r\n')
    expect(toTsv([['a\tb', null]])).toBe('a b\t')
  })
  it('does not let a text run as a formula', () => {
    expect(toCsv([['=HYPERLINK("x")']])).toContain(`"'=HYPERLINK(""x"")"`)
    expect(toCsv([[-1.5]])).toContain('-1.5')
  })
})

it('walks the tree of members in order, orphans too', () => {
  const member = (id: string, parent: string | null) =>
    ({ member_id: id, parent_id: parent, kind: 'enterprise' as const, system: null, name: { zh: id, en: id } })
  const walked = walk([member('park', null), member('e2', 'park'), member('f', 'e1'), member('e1', 'park')])
  expect(walked.map(({ member: each, depth }) => `${each.member_id}${String(depth)}`)).toEqual(['park0', 'e21', 'e11', 'f2'])
})

it('names a fault once', () => {
  const text = { zh: 'x', en: 'x' }
  const fault = { code: 'A', severity: 'warning' as const, table: 't', row: 1, column: 'c', where: text, what: text, fix: text }
  expect(distinct([fault, { ...fault }, { ...fault, row: 2 }])).toHaveLength(2)
})
