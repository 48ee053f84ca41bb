import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StartServer } from '../lib/bench.ts'
import type { GamebookServer } from '../lib/gamebookServer.ts'
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
  const dataFolder = await mkdtemp(join(tmpdir(), 'llm-gamebook-bench-'))
  const first = await startServer({ dataFolder })
  const pattern = await playPattern(first)
  await first.stop()
  const ids = repeatStory(join(dataFolder, 'llm-gamebook.sqlite'), pattern, lengths)
  const server = await startServer({ dataFolder })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(dataFolder, { recursive: true })
  }
  return { ...server, stop, stories: ids.map((id, index) => ({ id, turns: lengths[index] ?? 0 })) }
}
