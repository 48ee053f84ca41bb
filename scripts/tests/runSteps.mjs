import { Interruption } from '../setup/Interruption.mjs'
import { SetupError } from '../setup/SetupError.mjs'

/**
 * @typedef {{ passed: number, failed: number, output: string }} StepResult
 * @typedef {{ name: string, run: () => Promise<StepResult> }} Step
 */

/**
 * Runs lanes of steps in parallel, the steps of a lane in order, and prints each result. Output is shown for failures only.
 *
 * @param {Step[][]} lanes
 */
export async function runSteps(lanes) {
  const results = await Promise.all(lanes.map(runLane))
  return results.flat()
}

/** @param {Step[]} steps */
async function runLane(steps) {
  const results = []
  for (const step of steps) results.push(await runStep(step))
  return results
}

/** @param {Step} step */
async function runStep({ name, run }) {
  const start = performance.now()
  const result = await run().catch(toFailure)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const tests = result.passed > 0 ? `${result.passed} passed` : ''
  const hasFailed = result.failed > 0
  console.log(`${hasFailed ? '✗' : '✓'} ${name.padEnd(24)} ${seconds.padStart(6)} s  ${tests}`.trimEnd())
  if (hasFailed) console.log(`\n${result.output}\n`)
  return result
}

/**
 * @param {unknown} error
 * @returns {StepResult}
 */
function toFailure(error) {
  if (error instanceof Interruption) throw error
  return { passed: 0, failed: 1, output: describeError(error) }
}

/** @param {unknown} error */
function describeError(error) {
  if (error instanceof SetupError) return `${error.message}\n→ ${error.hint}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
