import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { describeApi } from '../backend/src/web/openapi/describeApi.ts'

const FILE = new URL('../frontend/src/types/openapi.d.ts', import.meta.url)

const current = await readFile(FILE, 'utf8').catch(() => '')
const fresh = await generateTypes()
if (current === fresh) console.log('frontend/src/types/openapi.d.ts is up to date.')
else if (process.argv.includes('--check')) {
  console.error('frontend/src/types/openapi.d.ts is out of date. Run `npm run generate-api-types`.')
  process.exitCode = 1
} else {
  await writeFile(FILE, fresh)
  console.log('Updated frontend/src/types/openapi.d.ts.')
}

async function generateTypes(): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(await describeApi()), { defaultNonNullable: false })
  return `/* Generated from the server's OpenAPI document by \`npm run generate-api-types\`. */\n\n${astToString(nodes)}`
}
