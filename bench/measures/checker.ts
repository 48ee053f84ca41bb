import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { App } from '../lib/app.ts'
import type { Metric } from '../lib/metric.ts'
import { runBundled } from '../lib/runBundled.ts'

interface Book {
  readonly name: string
  readonly file: string
  readonly atMostMs: number
}

const Measured = z.object({
  ms: z.number(),
  processorMs: z.number(),
  states: z.number(),
  calls: z.number(),
  questions: z.number(),
  decided: z.number(),
  peakMib: z.number(),
})

/** Small gamebooks that are hard to decide. */
const CASES = ['safe', 'items-6-6', 'levers']

/** Checks the shipped gamebooks and some hard ones, each in a fresh process. */
export async function checker(app: App): Promise<Metric[]> {
  const metrics: Metric[] = []
  for (const book of listBooks(app)) metrics.push(...(await checkBook(app, book)))
  return metrics
}

function listBooks({ folder }: App): readonly Book[] {
  const shipped = join(folder, 'gamebooks/example')
  const cases = join(folder, 'story/src/testSupport/checkerCases')
  return [
    ...readdirSync(shipped).map((name) => {
      return { name, file: join(shipped, name, 'llm-gamebook.yaml'), atMostMs: 10_000 }
    }),
    ...CASES.map((name) => ({ name, file: join(cases, `${name}.yaml`), atMostMs: 5000 })),
  ].filter(({ file }) => existsSync(file))
}

async function checkBook(app: App, { name, file, atMostMs }: Book): Promise<readonly Metric[]> {
  const measured = Measured.parse(await runBundled(app, 'checkBook', [file]))
  const { ms, processorMs, states, calls, questions, decided, peakMib } = measured
  const group = `Checker, ${name}`
  const perSecond = (count: number): number => Math.round((count / ms) * 1000)
  return [
    { group, name: 'check in a fresh process', unit: 'ms', ours: ms, threshold: { atMost: atMostMs } },
    { group, name: 'processor time of the process', unit: 'ms', ours: processorMs },
    { group, name: 'memory, peak', unit: 'MiB', ours: peakMib, threshold: { atMost: 300 } },
    { group, name: 'states explored', unit: '', ours: states },
    { group, name: 'states', unit: 'per second', ours: perSecond(states) },
    { group, name: 'calls', unit: 'per second', ours: perSecond(calls) },
    { group, name: 'questions decided', unit: '%', ours: (decided / questions) * 100, threshold: { atLeast: 100 } },
  ]
}
