import { readFile, writeFile } from 'node:fs/promises'
import { format } from 'prettier'
import { renderCodePage } from './codePages/codePage.ts'
import { diagnosticsPage } from './codePages/diagnosticsPage.ts'
import { errorCodesPage } from './codePages/errorCodesPage.ts'
import { findingsPage } from './codePages/findingsPage.ts'

const DOCS = new URL('../docs/', import.meta.url)
const PAGES = [
  ...[diagnosticsPage, errorCodesPage].map((page) => ({ file: page.file, render: () => renderCodePage(page) })),
  findingsPage,
]

for (const page of PAGES) {
  const file = new URL(page.file, DOCS)
  const current = await readFile(file, 'utf8').catch(() => '')
  const fresh = await format(page.render(), { parser: 'markdown', printWidth: 120 })
  if (current === fresh) console.log(`docs/${page.file} is up to date.`)
  else if (process.argv.includes('--check')) {
    console.error(`docs/${page.file} is out of date. Run \`npm run reference\`.`)
    process.exitCode = 1
  } else {
    await writeFile(file, fresh)
    console.log(`Updated docs/${page.file}.`)
  }
}
