import { checks } from './tests/checks.mjs'
import { browserTests, unitTests } from './tests/suites.mjs'
import { runSteps } from './tests/runSteps.mjs'
import { reportFailure } from './setup/reportFailure.mjs'
import { setUp } from './setup/setUp.mjs'
import { SetupError } from './setup/SetupError.mjs'
import { stopWithParent } from './setup/stopWithParent.mjs'

const say = (line) => console.log(line)

const PARTS = {
  all: async (filters) => [
    ...(await runSteps(...checks)),
    ...(await runSteps([unitTests(filters)])),
    ...(await runSteps([browserTests(filters, { say })])),
  ],
  checks: () => runSteps(...checks),
  unit: (filters) => runSteps([unitTests(filters)]),
  story: (filters) => runSteps([unitTests(filters, ['story'])]),
  backend: (filters) => runSteps([unitTests(filters, ['backend'])]),
  frontend: (filters) => runSteps([unitTests(filters, ['frontend'])]),
  e2e: (filters) => runSteps([browserTests(filters, { say })]),
}

try {
  stopWithParent()
  const [part = 'all', ...filters] = process.argv.slice(2)
  if (!(part in PARTS)) {
    throw new SetupError('no-such-part', `There is no part '${part}'.`, `Parts: ${Object.keys(PARTS).join(', ')}.`)
  }
  await setUp({ say, build: false })
  const results = await PARTS[part](filters)
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
} catch (error) {
  reportFailure(error)
}
