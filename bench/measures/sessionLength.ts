import type { Bench } from '../lib/bench.ts'
import type { Metric } from '../lib/metric.ts'
import { countRequests, readLog } from '../lib/provider.ts'
import { median } from '../lib/quantile.ts'
import { openClient } from '../lib/sessionTarget.ts'
import { startWithStories, type StoryServer } from '../stories/startWithStories.ts'
import { costOfShortTurns, playShortTurns } from './shortTurns.ts'

const SHORT = 10
const LONG = 1000
const LENGTHS: readonly number[] = [SHORT, 100, LONG, 3000]
/** The lengths take turns, so a change in the machine's speed affects all of them equally. */
const ROUNDS = 3
const TURNS = 10
const WARM_TURNS = 100
const group = 'Processor time of a short turn, by the length of its session'

/** The same short turn at the end of short and long sessions. */
export async function sessionLength({ startServer, providerUrl }: Bench): Promise<Metric[]> {
  const lengths = Array.from({ length: ROUNDS }, () => LENGTHS).flat()
  const server = await startWithStories(startServer, [SHORT, ...lengths])
  try {
    const [first, ...stories] = server.stories
    if (first !== undefined) await playAtEnd(server, first.id, WARM_TURNS)
    const costs = new Map<number, number[]>()
    let shortened = 0
    for (const { id, turns } of stories) {
      const from = await countRequests(providerUrl)
      costs.set(turns, [...(costs.get(turns) ?? []), await playAtEnd(server, id, TURNS)])
      const { sent } = await readLog(providerUrl, from)
      shortened += sent.filter(({ messages }) => messages < 2 * turns).length
    }
    const costAt = (length: number): number => median(costs.get(length) ?? [])
    return [
      ...LENGTHS.map((length) => toMetric(length, costAt(length))),
      {
        group,
        name: `turn ${LONG.toLocaleString('en-US')} compared with turn ${SHORT}`,
        unit: '×',
        ours: costAt(LONG) / costAt(SHORT),
        threshold: { atMost: 1.5 },
      },
      { group, name: 'requests without the whole history', unit: '', ours: shortened, threshold: { atMost: 0 } },
    ]
  } finally {
    await server.stop()
  }
}

const toMetric = (length: number, ours: number): Metric => ({
  group,
  name: `turn ${length.toLocaleString('en-US')}`,
  unit: 'ms',
  ours,
  ...(length === SHORT && { threshold: { atMost: 4 } }),
})

/** The cost of the turns that follow a session's opening turn. */
async function playAtEnd(server: StoryServer, sessionId: string, turns: number): Promise<number> {
  const client = await openClient(server, sessionId)
  await playShortTurns([client], 1)
  const cost = await costOfShortTurns(server.probe, [client], turns)
  client.close()
  return cost
}
