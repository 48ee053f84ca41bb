import { measureSession, type SessionPlayer } from '../../backend/tests/support/recordedSessions/playRecordedSession.ts'
import { moverSession, readRecordedSession } from '../../backend/tests/support/recordedSessions/recordedSession.ts'
import { addShares, type PrefixShare, toPercent } from '../../backend/tests/support/recordedSessions/sharedPrefix.ts'
import type { Bench } from '../lib/bench.ts'
import type { GamebookServer } from '../lib/gamebookServer.ts'
import type { Metric } from '../lib/metric.ts'
import { openClient } from '../lib/sessionTarget.ts'
import { WordTimes } from '../lib/wordTimes.ts'
import type { Client } from '../lib/target.ts'

const group = 'Prompt in the unchanged prefix of the request before, from the ninth request on'
/** The dice differ from play to play, and with them what follows. */
const PLAYS = 3
const RECORDED = ['low-water', 'what-the-parrot-said']

/** Replays whole sessions that a model narrated, and a walk in which the player moves every turn. */
export async function promptPrefix({ server }: Bench): Promise<Metric[]> {
  const { player, close } = playerOf(server)
  const shares: PrefixShare[] = []
  for (const name of RECORDED) {
    const plays: PrefixShare[] = []
    while (plays.length < PLAYS) plays.push(await measureSession(readRecordedSession(name), player))
    shares.push(addShares(plays))
  }
  const mover = await measureSession(moverSession(), player)
  close()
  return [
    ...shares.map((share, index) => toMetric(`session ${RECORDED[index] ?? ''}`, share, 75)),
    toMetric('these sessions together', addShares(shares), 80),
    toMetric('a player who moves every turn', mover, 80),
  ]
}

const toMetric = (name: string, share: PrefixShare, atLeast: number): Metric => ({
  group,
  name,
  unit: '%',
  ours: toPercent(share),
  threshold: { atLeast },
})

function playerOf(server: GamebookServer): { readonly player: SessionPlayer; readonly close: () => void } {
  const clients = new Map<string, Client>()
  return {
    close: () => clients.forEach((client) => client.close()),
    player: {
      async start(gamebookId, providerUrl) {
        const id = await server.createSession(await server.createModel(providerUrl, 'recorded'), gamebookId)
        clients.set(id, await openClient(server, id))
        return id
      },
      send: async (id, text) => clients.get(id)?.playTurn(text, new WordTimes()),
    },
  }
}
