import { writeFile } from 'node:fs/promises'

import { formatOneBooks, hashesOf } from '../story/src/testSupport/formatOne/formatOne.ts'

const FILE = new URL('../story/src/testSupport/formatOne/hashes.json', import.meta.url)
const hashes = formatOneBooks.map(([name, gamebook]) => [name, hashesOf(name, gamebook)])

await writeFile(FILE, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`)
