import type { Bench } from '../../lib/bench.ts'
import type { Metric } from '../../lib/metric.ts'
import { median } from '../../lib/quantile.ts'
import { startWithStories, type StoryServer } from '../../stories/startWithStories.ts'
import { getSession, playUnseenTurn, readSnapshot } from './openSession.ts'

const LENGTHS: readonly number[] = [10, 1000, 3000]
/** Each session is opened once: only then is it read from the database. */
const OPENINGS = 3
const WARM_SESSIONS = 10
const group = 'Opening a session that the server has not read since its start'

/** One of the things that make the server read a session. */
interface Way {
  readonly name: string
  readonly turns: number
  readonly maxBlockedMs: number
  /** Opens the session, and returns the bytes that arrived. */
  open(session: string): Promise<number>
}

interface Opened {
  readonly kib: number
  /** The longest time in which the server could do nothing else. */
  readonly blockedMs: number
}

export async function opening({ startServer, providerUrl }: Bench): Promise<Metric[]> {
  const ways = listWays(providerUrl)
  const warmUps = Array.from({ length: WARM_SESSIONS }, () => 10)
  const measured = Array.from({ length: OPENINGS }, () => ways)
  const lengths = measured.flat().map(({ turns }) => turns)
  const server = await startWithStories(startServer, [...warmUps, ...lengths])
  try {
    const urls = server.stories.map(({ id }) => `${server.url}/api/sessions/${id}`)
    for (const url of urls.splice(0, WARM_SESSIONS)) for (const way of ways) await way.open(url)
    const opened = new Map<Way, Opened[]>(ways.map((way) => [way, []]))
    for (const [index, way] of measured.flat().entries())
      opened.get(way)?.push(await openMeasured(server, way, urls[index] ?? ''))
    return [...opened].flatMap(([way, times]) => toMetrics(way, times))
  } finally {
    await server.stop()
  }
}

const listWays = (providerUrl: string): Way[] => [
  ...LENGTHS.map((turns) => ({ name: 'page', turns, maxBlockedMs: 30, open: getSession })),
  ...LENGTHS.map((turns) => ({ name: 'event stream', turns, maxBlockedMs: 30, open: readSnapshot })),
  {
    name: 'first turn',
    turns: Math.max(...LENGTHS),
    maxBlockedMs: 100,
    open: async (session) => {
      await playUnseenTurn(session, providerUrl)
      return NaN
    },
  },
]

async function openMeasured({ probe }: StoryServer, way: Way, url: string): Promise<Opened> {
  await probe.watchLoop()
  const bytes = await way.open(url)
  const { longestMs } = await probe.readLoop()
  return { kib: bytes / 1024, blockedMs: longestMs }
}

function toMetrics({ name, turns, maxBlockedMs }: Way, opened: readonly Opened[]): Metric[] {
  const of = `${name} of ${turns.toLocaleString('en-US')} turns`
  const kib = median(opened.map((one) => one.kib))
  const blockedMs = median(opened.map((one) => one.blockedMs))
  const size: Metric = { group, name: `${of}, transferred`, unit: 'KiB', ours: kib, threshold: { atMost: 100 } }
  return [
    ...(Number.isNaN(kib) ? [] : [size]),
    { group, name: `${of}, loop blocked`, unit: 'ms', ours: blockedMs, threshold: { atMost: maxBlockedMs } },
  ]
}
