import type { Bench } from '../lib/bench.ts'
import type { Metric } from '../lib/metric.ts'
import { openClient } from '../lib/sessionTarget.ts'
import type { Client } from '../lib/target.ts'
import { startWithStories, type Story, type StoryServer } from '../stories/startWithStories.ts'
import { costOfShortTurns, playShortTurns } from './shortTurns.ts'

const SHORT = { turns: 10, sessions: 5, turnsEach: 20 }
const LONG = { turns: 300, sessions: 50, turnsEach: 3 }
const WARM_TURNS = 100
const group = `${LONG.sessions} open sessions of ${LONG.turns} turns, one short turn at a time in each`

/** Compares turns that alternate between many long sessions with turns in a few short ones. */
export async function manySessions({ startServer }: Bench): Promise<Metric[]> {
  const lengths = [
    ...Array.from({ length: SHORT.sessions }, () => SHORT.turns),
    ...Array.from({ length: LONG.sessions }, () => LONG.turns),
  ]
  const server = await startWithStories(startServer, lengths)
  try {
    const short = await openAll(server, server.stories.slice(0, SHORT.sessions))
    await playShortTurns(short.slice(0, 1), WARM_TURNS)
    const shortMs = await costOfShortTurns(server.probe, short.slice(1), SHORT.turnsEach)
    short.forEach((client) => client.close())
    const long = await openAll(server, server.stories.slice(SHORT.sessions))
    await playShortTurns(long, 1)
    const longMs = await costOfShortTurns(server.probe, long, LONG.turnsEach)
    long.forEach((client) => client.close())
    return [
      { group, name: 'processor time of a turn', unit: 'ms', ours: longMs },
      {
        group,
        name: `compared with turn ${SHORT.turns} of a session`,
        unit: '×',
        ours: longMs / shortMs,
        threshold: { atMost: 1.5 },
      },
    ]
  } finally {
    await server.stop()
  }
}

async function openAll(server: StoryServer, stories: readonly Story[]): Promise<Client[]> {
  const clients: Client[] = []
  for (const { id } of stories) clients.push(await openClient(server, id))
  return clients
}
