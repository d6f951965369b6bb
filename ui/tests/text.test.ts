import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import en from '../src/text/en.json'
import zh from '../src/text/zh.json'

const SRC = join(import.meta.dirname, '../src')
const HAN = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/
const ATTRIBUTES = new Set(['title', 'placeholder', 'aria-label', 'alt', 'label', 'okText', 'cancelText', 'note'])

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('schema.d.ts'))
  .map((name) => ({ name, code: readFileSync(join(SRC, name), 'utf8') }))

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => { walk(child, visit) })
}

const trees = files.map(({ name, code }) => ({
  name,
  tree: ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS),
}))

const literals = new Set<string>()
const asked = new Set<string>()
const loose: string[] = []
for (const { name, tree } of trees) {
  walk(tree, (node) => {
    if (ts.isStringLiteral(node)) literals.add(node.text)
    if (ts.isCallExpression(node) && /^(i18next\.)?t$/.test(node.expression.getText(tree))) {
      const first = node.arguments[0]
      if (first && ts.isStringLiteral(first)) asked.add(first.text)
    }
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) loose.push(`${name}: ${node.text.trim()}`)
    if (ts.isJsxAttribute(node) && ATTRIBUTES.has(node.name.getText(tree))) {
      const given = node.initializer
      if (given && ts.isStringLiteral(given) && /\p{L}/u.test(given.text)) loose.push(`${name}: ${given.text}`)
    }
  })
}

describe('texts', () => {
  const keys = Object.keys(zh)
  it('have the same keys in both languages', () => { expect(Object.keys(en)).toEqual(keys) })
  it('have the same places to fill in both languages', () => {
    const places = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort()
    for (const key of keys) {
      expect(places(en[key as keyof typeof en]), key).toEqual(places(zh[key as keyof typeof zh]))
    }
  })
  it('are none empty, and English holds no Chinese but the name of the language', () => {
    for (const [key, text] of [...Object.entries(zh), ...Object.entries(en)]) expect(text, key).not.toBe('')
    expect(Object.entries(en).filter(([key, text]) => HAN.test(text) && key !== 'lang.zh')).toEqual([])
  })
  it('are there for every key asked for', () => { expect([...asked].filter((key) => !(key in zh))).toEqual([]) })
  it('are all used', () => { expect(keys.filter((key) => !literals.has(key))).toEqual([]) })
})

describe('source files', () => {
  it('hold no Chinese', () => { expect(files.filter(({ code }) => HAN.test(code)).map(({ name }) => name)).toEqual([]) })
  it('hold no literal text', () => { expect(loose).toEqual([]) })
  it('set no markup from strings and run none', () => {
    expect(files.filter(({ code }) => /dangerouslySetInnerHTML|\beval\(|new Function\(/.test(code)).map(({ name }) => name)).toEqual([])
  })
  it('name no other host', () => { expect(files.filter(({ code }) => /https?:\/\//.test(code)).map(({ name }) => name)).toEqual([]) })
})
