import { fileURLToPath } from 'node:url'
import { z } from 'zod'

import type { SessionDetail } from '../../../src/web/schemas/session.ts'
import { makeFolder } from '../gamebookFolder.ts'
import { getSession, sendMessage, waitForAnswer } from '../play.ts'
import { openTestApp } from '../testApp.ts'
import type { SessionPlayer } from './playRecordedSession.ts'

/** The seeds of dice that let every recorded call happen as it did. */
export const SEEDS = { 'low-water': 7, 'what-the-parrot-said': 2 } as const

export interface ShippedPlayer extends SessionPlayer {
  readonly getSession: (id: string) => Promise<SessionDetail>
}

const WithId = z.object({ id: z.string() })
const example = fileURLToPath(new URL('../../../../gamebooks', import.meta.url))

interface PlayerOptions {
  readonly seed?: number
  /** A folder with gamebooks in place of the shipped ones. */
  readonly folder?: string
  /** In tokens; by default large enough for a whole session. */
  readonly contextWindow?: number
}

/** The real app, by default with the shipped gamebooks. */
export async function openShippedPlayer({
  seed = 1,
  folder = example,
  contextWindow = 200_000,
}: PlayerOptions = {}): Promise<ShippedPlayer> {
  const folders = { example: folder, local: await makeFolder() }
  const app = await openTestApp({ seed, usesRealModels: true, folders })
  const create = async (path: string, body: object): Promise<string> =>
    WithId.parse((await app.send('POST', path, body)).json()).id
  return {
    getSession: (id) => getSession(app, id),
    async start(gamebookId, providerUrl) {
      const model = { provider: 'openai-compatible', modelName: 'recorded', baseUrl: `${providerUrl}/v1` }
      const modelConfigId = await create('/model-configs', { name: 'Recorded', ...model, contextWindow })
      const id = await create('/sessions', { gamebookId, modelConfigId })
      await waitForAnswer(app, id)
      return id
    },
    async send(id, text) {
      const error = (await sendMessage(app, id, text)).messages.at(-1)?.error ?? null
      if (error !== null) throw new Error(JSON.stringify(error))
    },
  }
}
