// Fetch the API's description and write the types the pages stand on.
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const server = process.env.TANLU_SERVER ?? 'http://127.0.0.1:8642'
const target = new URL('../openapi.json', import.meta.url)

if (process.argv[2] !== '--offline') {
  for (const path of ['/api/v1/openapi.json', '/openapi.json']) {
    const answer = await fetch(server + path)
    const kind = answer.headers.get('content-type') ?? ''
    if (!answer.ok || !kind.includes('json')) continue
    await writeFile(target, JSON.stringify(await answer.json(), null, 1) + '\n')
    console.log(`openapi.json from ${server}${path}`)
    break
  }
}
const tree = await openapiTS(JSON.parse(await readFile(target, 'utf8')))
await writeFile(new URL('../src/api/schema.d.ts', import.meta.url), astToString(tree))
console.log('src/api/schema.d.ts written')
