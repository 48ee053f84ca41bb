import { parseArgs } from 'node:util'

import type { Fault } from '../checkerFaults/fault.ts'
import { FAULTS } from '../checkerFaults/faults.ts'
import { findFault } from '../checkerFaults/findFault.ts'

/*
 * node bench/programs/checkerFaults.ts [--seed 1] [--seconds 60] [--only TEXT]
 * Seeds faults into copies of the checker, one at a time, and says which of them the fuzzer finds in so many seconds of
 * processor time. `--only` takes the faults with a text in their name or file. Without it, the checker is compared
 * without a fault first: nothing must be found then.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '60' },
    only: { type: 'string', default: '' },
  },
})

const options = { firstSeed: Number(values.seed), books: Infinity, seconds: Number(values.seconds) }
const verdict = FAULTS.find(({ file }) => file === 'verdict/verdict.ts')
if (values.only === '' && verdict !== undefined)
  report({ ...verdict, name: 'the checker without a fault', replacement: verdict.text })
const faults = FAULTS.filter(({ name, file }) => `${file}: ${name}`.includes(values.only))
const found = faults.filter(report)
console.log(`${found.length} of ${faults.length} faults found`)

/** Whether the fuzzer finds something. */
function report(fault: Fault): boolean {
  const start = performance.now()
  const { found: kind, books } = findFault(fault, options)
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(`${fault.file}: ${fault.name}`)
  console.log(`  ${kind === null ? 'nothing found' : `found by "${kind}"`}, ${books} books, ${seconds} s`)
  return kind !== null
}
