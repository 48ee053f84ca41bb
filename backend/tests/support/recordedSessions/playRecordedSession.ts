import type { RecordedSession } from './recordedSession.ts'
import { openScriptedProvider } from './scriptedProvider.ts'
import { measurePrefix, type ChatBody, type PrefixShare } from './sharedPrefix.ts'

/** A server that can play, whichever way it is reached. */
export interface SessionPlayer {
  /** Starts a session with a model at this URL; resolves to its id when the opening is complete. */
  readonly start: (gamebookId: string, providerUrl: string) => Promise<string>
  /** Resolves when the answer is complete. */
  readonly send: (sessionId: string, text: string) => Promise<void>
}

export interface PlayedSession {
  readonly sessionId: string
  /** Of all requests, in their order. */
  readonly bodies: readonly ChatBody[]
}

/** Plays a recorded session through the real engine. */
export async function playRecordedSession(
  { gamebook, turns }: RecordedSession,
  player: SessionPlayer,
): Promise<PlayedSession> {
  const provider = await openScriptedProvider()
  try {
    let sessionId = ''
    for (const { player: text, answers } of turns) {
      provider.expect(answers)
      if (text === null) sessionId = await player.start(gamebook, provider.url)
      else await player.send(sessionId, text)
    }
    return { sessionId, bodies: provider.bodies }
  } finally {
    await provider.close()
  }
}

export async function measureSession(session: RecordedSession, player: SessionPlayer): Promise<PrefixShare> {
  return measurePrefix((await playRecordedSession(session, player)).bodies)
}
