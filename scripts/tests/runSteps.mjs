import { Interruption } from '../setup/Interruption.mjs'
import { SetupError } from '../setup/SetupError.mjs'

/**
 * @typedef {{ passed: number, failed: number, output: string }} StepResult
 * @typedef {{ name: string, run: () => Promise<StepResult> }} Step
 */

/** How many steps run at the same time. One more than the processors of a small machine, because browser tests mostly wait. */
export const LANES = 3

/**
 * Runs steps in lanes, each of which takes the next step when it is free, and prints each result. Output is shown for
 * failures only. All lanes end at about the same time if the longest steps come first.
 *
 * @param {Step[]} steps
 */
export async function runSteps(steps) {
  const waiting = steps.values()
  const lanes = Array.from({ length: LANES }, () => runLane(waiting))
  return (await Promise.all(lanes)).flat()
}

/** @param {Iterable<Step>} waiting What no other lane has taken. */
async function runLane(waiting) {
  const results = []
  for (const step of waiting) results.push(await runStep(step))
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
