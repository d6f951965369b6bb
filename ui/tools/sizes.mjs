// The script that the first page loads, compressed, against its budget.
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const BUDGET = 350 * 1000
const folder = new URL('../../src/tanlu/web/static/', import.meta.url)
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', folder), 'utf8'))

async function weigh(file) {
  return gzipSync(await readFile(new URL(file, folder)), { level: 9 }).length
}

function closure(name, seen = new Set()) {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const next of manifest[name].imports ?? []) closure(next, seen)
  return seen
}

async function total(names) {
  let sum = 0
  for (const name of names) if (manifest[name].file.endsWith('.js')) sum += await weigh(manifest[name].file)
  return sum
}

const first = closure('index.html')
for (const name of closure('src/home/Home.tsx')) first.add(name)
const size = await total(first)
console.log(`first page: ${(size / 1000).toFixed(1)} kB gzip of ${BUDGET / 1000} kB`)
for (const [name, entry] of Object.entries(manifest)) {
  if (!entry.isDynamicEntry || !entry.file.endsWith('.js')) continue
  const own = [...closure(name)].filter((other) => !first.has(other))
  console.log(`  ${name}: +${((await total(own)) / 1000).toFixed(1)} kB`)
}
if (size > BUDGET) process.exit(1)
