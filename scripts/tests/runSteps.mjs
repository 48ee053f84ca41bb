/**
 * Runs lanes of steps side by side, each lane in order, and says how each step went.
 * A step gives `{ passed, failed, output }`; the output is shown only where something failed.
 */
export async function runSteps(...lanes) {
  const results = await Promise.all(lanes.map(runLane))
  return results.flat()
}

async function runLane(steps) {
  const results = []
  for (const step of steps) results.push(await runStep(step))
  return results
}

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

/** A step that could not be run has failed. */
const toFailure = (error) => ({
  passed: 0,
  failed: 1,
  output: error.hint ? `${error.message}\n→ ${error.hint}` : error.stack,
})
