import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { getChromium } from '../chromium.mjs'
import { readJson } from '../setup/readJson.mjs'
import { setUp } from '../setup/setUp.mjs'
import { LANES } from './runSteps.mjs'
import { runTool } from './runTool.mjs'

/** @import { Step } from './runSteps.mjs' */

/**
 * @typedef {object} Run
 * @property {string[]} filters
 * @property {boolean} [isShared] Whether another step runs at the same time.
 */

const STORY = ['story', 'story-replacing']
const BACKEND = ['backend', 'backend-replacing', 'backend-postgres']

/** @param {Run} run */
export const storyTests = (run) => unitTests('story tests', STORY, run)

/** @param {Run} run */
export const backendTests = (run) => unitTests('backend tests', BACKEND, run)

/** @param {Run} run */
export const frontendTests = (run) => unitTests('frontend tests', ['frontend'], run)

/** @param {Run} run */
export const houseTests = (run) => unitTests('tests of the house', ['house'], run)

/** @param {Run} run */
export const allUnitTests = (run) => unitTests('unit and API tests', [...STORY, ...BACKEND, 'frontend', 'house'], run)

/**
 * The browser tests use the built app, as a user does.
 *
 * @param {Run} run
 * @returns {Step}
 */
export const browserTests = (run) => ({
  name: 'browser tests',
  run: async () => {
    await setUp()
    return runVitest(['e2e'], run, { CHROMIUM: await getChromium() })
  },
})

/**
 * @param {string} name
 * @param {string[]} projects
 * @param {Run} run
 * @returns {Step}
 */
const unitTests = (name, projects, run) => ({ name, run: () => runVitest(projects, run) })

/** Lanes share the processors. */
const SHARE = Math.max(1, Math.floor(availableParallelism() / LANES))

/**
 * @param {string[]} projects
 * @param {Run} run
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runVitest(projects, { filters, isShared = false }, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'llm-gamebook-tests-'))
  try {
    const report = join(folder, 'report.json')
    const selected = projects.flatMap((project) => ['--project', project])
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const workers = isShared ? [`--maxWorkers=${SHARE}`] : []
    const { code, output } = await runTool('vitest', ['run', ...selected, ...reporters, ...workers, ...filters], {
      env,
    })
    const { passed, failed } = countTests(report)
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1), output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * A run that ends without a report counts nothing.
 *
 * @param {string} report
 */
function countTests(report) {
  try {
    const counts = /** @type {{ numPassedTests: number, numFailedTests: number }} */ (readJson(report))
    return { passed: counts.numPassedTests, failed: counts.numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
