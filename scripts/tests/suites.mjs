import { readFileSync, rmSync } from 'node:fs'
import { getChromium } from '../chromium.mjs'
import { inRepository } from '../setup/paths.mjs'
import { setUp } from '../setup/setUp.mjs'
import { runTool } from './runTool.mjs'

export const unitTests = (filters, projects = ['story', 'backend', 'frontend']) => ({
  name: projects.length === 1 ? `${projects[0]} tests` : 'unit and API tests',
  run: () => runVitest(projects, filters, {}),
})

/** Against the built app, as a person has it. */
export const browserTests = (filters, { say }) => ({
  name: 'browser tests',
  run: async () => {
    await setUp({ say })
    return runVitest(['e2e'], filters, { CHROMIUM: await getChromium({ say }) })
  },
})

async function runVitest(projects, filters, env) {
  const report = inRepository('.cache', 'test', `${projects.join('-')}.json`)
  rmSync(report, { force: true })
  const selected = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code, output } = await runTool('vitest', ['run', ...selected, ...reporters, ...filters], { env })
  const { passed, failed } = countTests(report)
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), output }
}

/** A run that ended without a report has counted nothing. */
function countTests(report) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
