import { z } from 'zod'
import type { Metric } from '../lib/metric.ts'
import { runBundled } from '../lib/runBundled.ts'

const group = 'Story engine, a gamebook of 500 nodes'

const Measured = z.object({ loadMs: z.number(), firstLoadMs: z.number(), turnMs: z.number() })
const Turns = z.object({ inkMs: z.number(), turnMs: z.number(), rulesMs: z.number() })

export async function storyEngine(): Promise<Metric[]> {
  const { loadMs, firstLoadMs, turnMs } = Measured.parse(await runBundled('storyEngine'))
  const turns = Turns.parse(await runBundled('turnsAgainstInk'))
  const against = 'Story engine, the same maze of 121 scenes in inkjs (as floor)'
  return [
    { group, name: 'load', unit: 'ms', ours: loadMs, aim: { atMost: 50 } },
    { group, name: 'load, first in a fresh process', unit: 'ms', ours: firstLoadMs },
    { group, name: 'prompt and tools of a turn', unit: 'ms', ours: turnMs, aim: { atMost: 2 } },
    {
      group: against,
      name: 'a turn, told',
      unit: 'µs',
      ours: turns.turnMs * 1000,
      floor: turns.inkMs * 1000,
      aim: { timesFloor: 1 },
    },
    { group: against, name: 'a turn, its choices and rules alone', unit: 'µs', ours: turns.rulesMs * 1000 },
  ]
}
