import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getChromium } from '../chromium.mjs'
import { readJson } from '../setup/readJson.mjs'
import { setUp } from '../setup/setUp.mjs'
import { runTool } from './runTool.mjs'

/** @import { Step } from './runSteps.mjs' */

/**
 * @param {string[]} filters
 * @param {string[]} [projects]
 * @returns {Step}
 */
export const unitTests = (filters, projects = ['story', 'backend', 'backend-postgres', 'frontend', 'house']) => ({
  name: projects.length === 1 ? `${projects[0]} tests` : 'unit and API tests',
  run: () => runVitest(projects, filters),
})

/**
 * The browser tests use the built app, as a user does.
 *
 * @param {string[]} filters
 * @returns {Step}
 */
export const browserTests = (filters) => ({
  name: 'browser tests',
  run: async () => {
    await setUp()
    return runVitest(['e2e'], filters, { CHROMIUM: await getChromium() })
  },
})

/**
 * @param {string[]} projects
 * @param {string[]} filters
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runVitest(projects, filters, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'llm-gamebook-tests-'))
  try {
    const report = join(folder, 'report.json')
    const selected = projects.flatMap((project) => ['--project', project])
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code, output } = await runTool('vitest', ['run', ...selected, ...reporters, ...filters], { env })
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
