import { runScript } from './setup/runScript.mjs'
import { setUp } from './setup/setUp.mjs'
import { SetupError } from './setup/SetupError.mjs'
import { CHECKS } from './tests/checks.mjs'
import { runSteps } from './tests/runSteps.mjs'
import { allUnitTests, backendTests, browserTests, frontendTests, houseTests, storyTests } from './tests/suites.mjs'

/**
 * @import { Step } from './tests/runSteps.mjs'
 * @import { Run } from './tests/suites.mjs'
 */

/**
 * All of them, those that take longest first.
 *
 * @param {Run} run
 */
const listAll = (run) => [
  browserTests(run),
  backendTests(run),
  storyTests(run),
  ...CHECKS,
  frontendTests(run),
  houseTests(run),
]

/** @type {Record<string, (filters: string[]) => Step[]>} */
const PARTS = {
  all: (filters) => listAll({ filters, isShared: true }),
  checks: () => CHECKS,
  unit: (filters) => [allUnitTests({ filters })],
  story: (filters) => [storyTests({ filters })],
  backend: (filters) => [backendTests({ filters })],
  frontend: (filters) => [frontendTests({ filters })],
  e2e: (filters) => [browserTests({ filters })],
}

await runScript(async () => {
  const [name = 'all', ...filters] = process.argv.slice(2)
  const listSteps = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined
  if (!listSteps)
    throw new SetupError(`Unknown part: "${name}".`, `Use one of these: ${Object.keys(PARTS).join(', ')}.`)
  await setUp({ build: false })
  const results = await runSteps(listSteps(filters))
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
})
