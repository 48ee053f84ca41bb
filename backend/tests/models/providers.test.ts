import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

import { PROVIDERS } from '../../src/providers.ts'

const SRC = join(import.meta.dirname, '../../src')
/** Provider files know their own names, and a migration and what undoes it never change. */
const MAY_NAME_PROVIDERS = /^(models\/providers\/|db\/migrations\/|db\/undoHalfStep\.ts)/
const NAME = new RegExp(`['"\`](${PROVIDERS.join('|')})['"\`]`)

it('no code outside of models/providers names a provider', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(100)
  const naming = files.filter(
    (file) => !MAY_NAME_PROVIDERS.test(file) && NAME.test(readFileSync(join(SRC, file), 'utf8')),
  )
  expect(naming).toEqual([])
})

it('each provider has its own file', () => {
  const files = readdirSync(join(SRC, 'models/providers')).filter((file) => file.endsWith('.ts'))
  expect(files.filter((file) => file !== 'providers.ts')).toHaveLength(PROVIDERS.length)
})
