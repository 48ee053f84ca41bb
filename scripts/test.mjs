import { runScript } from './setup/runScript.mjs'
import { setUp } from './setup/setUp.mjs'
import { SetupError } from './setup/SetupError.mjs'
import { CHECKS } from './tests/checks.mjs'
import { runSteps } from './tests/runSteps.mjs'
import { browserTests, unitTests } from './tests/suites.mjs'

/** @import { StepResult } from './tests/runSteps.mjs' */

/** @type {Record<string, (filters: string[]) => Promise<StepResult[]>>} */
const PARTS = {
  all: async (filters) => [
    ...(await runSteps(CHECKS)),
    ...(await runSteps([[unitTests(filters)], [browserTests(filters)]])),
  ],
  checks: () => runSteps(CHECKS),
  unit: (filters) => runSteps([[unitTests(filters)]]),
  story: (filters) => runSteps([[unitTests(filters, ['story'])]]),
  backend: (filters) => runSteps([[unitTests(filters, ['backend', 'backend-postgres'])]]),
  frontend: (filters) => runSteps([[unitTests(filters, ['frontend'])]]),
  e2e: (filters) => runSteps([[browserTests(filters)]]),
}

await runScript(async () => {
  const [name = 'all', ...filters] = process.argv.slice(2)
  const runPart = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined
  if (!runPart) throw new SetupError(`Unknown part: "${name}".`, `Use one of these: ${Object.keys(PARTS).join(', ')}.`)
  await setUp({ build: false })
  const results = await runPart(filters)
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
})
