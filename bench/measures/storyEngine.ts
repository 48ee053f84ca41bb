import { z } from 'zod'
import type { App } from '../lib/app.ts'
import type { Metric } from '../lib/metric.ts'
import { runBundled } from '../lib/runBundled.ts'

const group = 'Story engine, a gamebook of 500 nodes'

const Measured = z.object({
  loadMs: z.number(),
  firstLoadMs: z.number(),
  largeLoadMs: z.number(),
  turnMs: z.number(),
  firstLargeTurnMs: z.number(),
  largeTurnMs: z.number(),
  suggestionsMs: z.number(),
})
const Played = z.object({ callsPerSecond: z.number() })
const Turns = z.object({ inkMs: z.number(), turnMs: z.number(), rulesMs: z.number() })

export async function storyEngine(app: App): Promise<Metric[]> {
  const measured = Measured.parse(await runBundled(app, 'storyEngine'))
  const { loadMs, firstLoadMs, largeLoadMs, turnMs, firstLargeTurnMs, largeTurnMs, suggestionsMs } = measured
  const played = Played.parse(await runBundled(app, 'randomPlay'))
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
    { group, name: 'suggestions of a turn', unit: 'ms', ours: suggestionsMs, threshold: { atMost: 2 } },
    { group, name: 'the same with 5,000 nodes, first turn', unit: 'ms', ours: firstLargeTurnMs },
    { group, name: 'the same with 5,000 nodes', unit: 'ms', ours: largeTurnMs, threshold: { atMost: 5 } },
    {
      group,
      name: 'calls of random play, with 20 switches, 5 things, 3 counters and a clock',
      unit: 'per second',
      ours: played.callsPerSecond,
      threshold: { atLeast: 30_000 },
    },
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
