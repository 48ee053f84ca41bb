import { readFileSync } from 'node:fs'

import { checkGamebook } from '../../story/src/index.ts'

/** Checks one gamebook, given its file. Its memory is that of the whole process. */
const [file = ''] = process.argv.slice(2)
const source = readFileSync(file)
const start = performance.now()
const { explored, summary } = checkGamebook(source)
const ms = performance.now() - start
if (explored === null || summary === null) throw new Error(`${file} has errors.`)
const { states, calls } = explored
const { questions, decided } = summary
const { user, system } = process.cpuUsage()
const processorMs = (user + system) / 1000
const peakMib = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ ms, processorMs, states, calls, questions, decided, peakMib }))
