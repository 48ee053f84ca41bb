import { readFile, writeFile } from 'node:fs/promises'
import { format } from 'prettier'
import { gamebookSchema } from '../story/src/format/jsonSchema/gamebookSchema.ts'

const FILE = new URL('../docs/llm-gamebook.schema.json', import.meta.url)

const current = await readFile(FILE, 'utf8').catch(() => '')
const fresh = await format(JSON.stringify(gamebookSchema()), { parser: 'json', printWidth: 120 })
if (current === fresh) console.log('docs/llm-gamebook.schema.json is up to date.')
else {
  await writeFile(FILE, fresh)
  console.log('Updated docs/llm-gamebook.schema.json.')
}
