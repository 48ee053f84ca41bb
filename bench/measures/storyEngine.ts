import { z } from 'zod'
import type { App } from '../lib/app.ts'
import type { Metric } from '../lib/metric.ts'
import { runBundled } from '../lib/runBundled.ts'

const group = 'Story engine, a gamebook of 500 nodes'

const Measured = z.object({ loadMs: z.number(), firstLoadMs: z.number(), largeLoadMs: z.number(), turnMs: z.number() })
const Turns = z.object({ inkMs: z.number(), turnMs: z.number(), rulesMs: z.number() })

export async function storyEngine(app: App): Promise<Metric[]> {
  const { loadMs, firstLoadMs, largeLoadMs, turnMs } = Measured.parse(await runBundled(app, 'storyEngine'))
  const turns = Turns.parse(await runBundled(app, 'turnsAgainstInk'))
  const againstInk = 'Story engine, the same maze of 121 scenes (baseline: inkjs)'
  return [
    { group, name: 'load', unit: 'ms', ours: loadMs, threshold: { atMost: 50 } },
    { group, name: 'load, first in a fresh process', unit: 'ms', ours: firstLoadMs },
    {
      group,
      name: 'load of the largest gamebook, 5,000 nodes',
      unit: 'ms',
      ours: largeLoadMs,
      threshold: { atMost: 300 },
    },
    { group, name: 'prompt and tools of a turn', unit: 'ms', ours: turnMs, threshold: { atMost: 2 } },
    {
      group: againstInk,
      name: 'a turn with its prompt',
      unit: 'µs',
      ours: turns.turnMs * 1000,
      baseline: turns.inkMs * 1000,
      threshold: { timesBaseline: 1 },
    },
    { group: againstInk, name: 'a turn without its prompt', unit: 'µs', ours: turns.rulesMs * 1000 },
  ]
}
