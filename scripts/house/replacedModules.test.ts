import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const ROOT = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')

/** Files of a project share their processes, and with them a replaced module. */
it('runs every test that replaces modules of the app in a process of its own', () => {
  const tests = globSync('{story/src,backend/tests}/**/*.test.ts', { cwd: ROOT })
  const replacing = tests.filter((path) => /\bvi\.(?:do)?mock\(/i.test(read(path)))
  const config = read('vitest.config.ts')
  expect(replacing).not.toEqual([])
  expect(replacing.filter((path) => !config.includes(`'${path}'`))).toEqual([])
})
