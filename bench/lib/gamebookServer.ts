import { z } from 'zod'
import type { App } from './app.ts'
import { request } from './request.ts'
import { type Program, startProgram } from './startProgram.ts'
import { createTemporaryFolder } from './temporaryFolder.ts'

const WithId = z.object({ id: z.string() })
const Gamebooks = z.object({ data: z.array(WithId.extend({ playable: z.boolean() })) })

export interface GamebookServer extends Program {
  /** Saves a model config for a provider that speaks chat completions, and returns its id. */
  readonly createModel: (providerUrl: string, modelName: string, settings?: object) => Promise<string>
  /** With the model of the scripted provider and the first gamebook, unless others are given. */
  readonly createSession: (modelConfigId?: string, gamebookId?: string) => Promise<string>
}

export interface ServerSettings {
  /** Kept when the server stops; without it, the server gets a new folder that is removed. */
  readonly dataFolder?: string
  readonly env?: NodeJS.ProcessEnv
}

/** The built server, with the scripted provider as its narrator. */
export async function startGamebookServer(
  app: App,
  providerUrl: string,
  settings: ServerSettings = {},
): Promise<GamebookServer> {
  const folder =
    settings.dataFolder === undefined ? createTemporaryFolder() : { path: settings.dataFolder, remove: () => undefined }
  const program = await startProgram(app.command, { ...serverEnvironment(folder.path, 0), ...settings.env })
  const stop = async (): Promise<void> => {
    await program.stop()
    folder.remove()
  }
  const post = async (path: string, body: unknown): Promise<string> => {
    const { text } = await request(`${program.url}${path}`, { method: 'POST', body })
    return WithId.parse(JSON.parse(text)).id
  }
  const createModel: GamebookServer['createModel'] = (url, modelName, more = {}) =>
    post('/api/model-configs/', {
      name: `Bench: ${modelName}`,
      provider: 'openai-compatible',
      modelName,
      baseUrl: `${url}/v1`,
      // Holds whole sessions, so that no cut is measured.
      contextWindow: 200_000,
      ...more,
    })
  const usual = await createModel(providerUrl, 'fake')
  const { data } = Gamebooks.parse(JSON.parse((await request(`${program.url}/api/gamebooks`)).text))
  const first = data.find(({ playable }) => playable)?.id
  const createSession: GamebookServer['createSession'] = (modelConfigId = usual, gamebookId = first) =>
    post('/api/sessions', { gamebookId, modelConfigId })
  return { ...program, stop, createModel, createSession }
}

export const serverEnvironment = (dataFolder: string, port: number): NodeJS.ProcessEnv => ({
  LLM_GAMEBOOK_DATA_DIR: dataFolder,
  LLM_GAMEBOOK_PORT: String(port),
  LOG_LEVEL: 'warn',
})
