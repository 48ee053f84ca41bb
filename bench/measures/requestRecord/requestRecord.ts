import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'

import { createRandom } from '../../../story/src/analysis/random.ts'
import type { Bench } from '../../lib/bench.ts'
import { BenchError } from '../../lib/benchError.ts'
import type { Metric, Threshold } from '../../lib/metric.ts'
import { openClient } from '../../lib/sessionTarget.ts'
import { createTemporaryFolder } from '../../lib/temporaryFolder.ts'
import { WordTimes } from '../../lib/wordTimes.ts'
import { openWalkingNarrator } from './walkingNarrator.ts'
import { createWriter } from './writeProse.ts'

const TALK = { gamebook: 'example/low-water', moves: false }
const WALK = { gamebook: 'example/what-the-parrot-said', moves: true }
const SESSIONS: readonly Session[] = [
  { ...TALK, window: 8192, threshold: { atMost: 2 } },
  { ...WALK, window: 8192 },
  { ...WALK, window: 128_000 },
]
const QUARTER = 250
const MOST_WAIT_MS = 120_000
const group = 'Record of the requests of a session of 1,000 turns, on disk'

interface Session {
  readonly gamebook: string
  readonly moves: boolean
  /** In tokens. */
  readonly window: number
  readonly threshold?: Threshold
}

/** Plays long sessions with small and large context windows, and measures what the record of its requests takes. */
export async function requestRecord({ app, startServer }: Bench): Promise<Metric[]> {
  const metrics: Metric[] = []
  for (const session of SESSIONS) {
    const { window, moves, threshold } = session
    const sizes = await playLongSession(startServer, session, readProse(app.folder, session.gamebook))
    const [, second, , last] = sizes
    if (second === undefined || last === undefined) throw new Error('The session was not played.')
    const name = `window of ${window.toLocaleString('en-US')} tokens, ${moves ? 'a move in every turn' : 'talk only'}`
    const added = last.record - second.record
    metrics.push(
      {
        group,
        name: `${name}: compared with the visible text`,
        unit: '×',
        ours: last.record / last.visible,
        ...(threshold !== undefined && { threshold }),
      },
      {
        group,
        name: `${name}: second half compared with the first`,
        unit: '×',
        ours: added / second.record,
        threshold: { atMost: 1.25 },
      },
    )
  }
  return metrics
}

/** In bytes. */
interface Sizes {
  /** Of the tables and indexes that hold it. */
  readonly record: number
  readonly visible: number
}

/** The sizes after each quarter of the session. */
async function playLongSession(
  startServer: Bench['startServer'],
  { gamebook, window: contextWindow, moves }: Session,
  sample: string,
): Promise<readonly Sizes[]> {
  const folder = createTemporaryFolder()
  const narrator = await openWalkingNarrator(createWriter(sample, createRandom(7).real), moves)
  const server = await startServer({ dataFolder: folder.path })
  try {
    const model = await server.createModel(narrator.url, 'walker', { contextWindow })
    const client = await openClient(server, await server.createSession(model, gamebook))
    const sizes: Sizes[] = []
    let typed = 0
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      for (let turn = 0; turn < QUARTER; turn += 1) {
        const text = `I look around once more, and go on to the next place. That is walk ${turn} of ${quarter}.`
        typed += text.length
        await client.playTurn(text, new WordTimes())
      }
      await waitForRecord(folder.path, narrator.answered)
      sizes.push({ record: readRecordSize(folder.path), visible: narrator.narrated() + typed })
    }
    client.close()
    return sizes
  } finally {
    await server.stop()
    narrator.close()
    folder.remove()
  }
}

/** Requests are stored in the background. */
async function waitForRecord(folder: string, answered: () => number): Promise<void> {
  const end = performance.now() + MOST_WAIT_MS
  while (readNumber(folder, 'SELECT count(*) AS found FROM sent_request') < answered()) {
    if (performance.now() > end) throw new BenchError('The record of requests is incomplete.', 'Look at the log.')
    await setTimeout(50)
  }
}

const readRecordSize = (folder: string): number =>
  readNumber(
    folder,
    `SELECT sum(pgsize) AS found FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema
      WHERE tbl_name IN ('sent_request', 'block_pack', 'request_owner', 'request_model'))`,
  )

/** The column `found` of the one row of a query. */
function readNumber(folder: string, query: string): number {
  const db = new DatabaseSync(join(folder, 'llm-gamebook.sqlite'), { readOnly: true })
  const row = db.prepare(query).get()
  db.close()
  return Number(row?.['found'])
}

/** The texts of the shipped gamebooks, without the one that is played: a summary that names its secrets is rejected. */
function readProse(app: string, played: string): string {
  const folder = join(app, 'gamebooks', 'example')
  return readdirSync(folder)
    .filter((name) => `example/${name}` !== played)
    .map((name) => readFileSync(join(folder, name, 'llm-gamebook.yaml'), 'utf8'))
    .join('\n')
}
