import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import type { App } from '../lib/app.ts'
import type { Metric } from '../lib/metric.ts'
import { runBundled } from '../lib/runBundled.ts'

const group = 'Compiler'

const Measured = z.object({
  checkMs: z.number(),
  firstCheckMs: z.number(),
  statesPerSecond: z.number(),
  slowestCheckMs: z.number(),
  turnsPerSecond: z.number(),
})

export async function compiler(app: App): Promise<Metric[]> {
  const measured = Measured.parse(await runBundled(app, 'compiler', [join(app.folder, 'gamebooks/example')]))
  return [
    { group, name: 'check of 500 nodes', unit: 'ms', ours: measured.checkMs, threshold: { atMost: 2000 } },
    {
      group,
      name: 'check of 500 nodes, first in a fresh process',
      unit: 'ms',
      ours: measured.firstCheckMs,
      threshold: { atMost: 2000 },
    },
    { group, name: 'check of the slowest shipped gamebook', unit: 'ms', ours: measured.slowestCheckMs },
    { group, name: 'states explored', unit: 'per second', ours: measured.statesPerSecond },
    { group, name: 'random turns, one processor', unit: 'per second', ours: measured.turnsPerSecond },
    {
      group,
      name: '10,000 random plays, all processors',
      unit: 's',
      ours: playSeconds(app),
      threshold: { atMost: 30 },
    },
  ]
}

/** Times the command as an author runs it. */
function playSeconds({ folder }: App): number {
  const start = performance.now()
  const program = join(folder, 'backend/src/cli/main.ts')
  const book = join(folder, 'gamebooks/example/what-the-parrot-said')
  execFileSync(process.execPath, [program, 'play-random', book, '--runs', '10000', '--json'])
  return (performance.now() - start) / 1000
}
