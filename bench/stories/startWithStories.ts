import { join } from 'node:path'
import type { StartServer } from '../lib/bench.ts'
import type { GamebookServer } from '../lib/gamebookServer.ts'
import { createTemporaryFolder } from '../lib/temporaryFolder.ts'
import { playPattern } from './playPattern.ts'
import { repeatStory } from './repeatStory.ts'

export interface Story {
  readonly id: string
  readonly turns: number
}

export interface StoryServer extends GamebookServer {
  /** In the order of the lengths. The server has not read them since it started. */
  readonly stories: readonly Story[]
}

/** Starts the server with stories of these numbers of turns. */
export async function startWithStories(startServer: StartServer, lengths: readonly number[]): Promise<StoryServer> {
  const folder = createTemporaryFolder()
  const dataFolder = folder.path
  const first = await startServer({ dataFolder })
  const pattern = await playPattern(first)
  await first.stop()
  const ids = repeatStory(join(dataFolder, 'llm-gamebook.sqlite'), pattern, lengths)
  const server = await startServer({ dataFolder })
  const stop = async (): Promise<void> => {
    await server.stop()
    folder.remove()
  }
  return { ...server, stop, stories: ids.map((id, index) => ({ id, turns: lengths[index] ?? 0 })) }
}
