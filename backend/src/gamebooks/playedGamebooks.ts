import type { Gamebook } from '@llm-gamebook/story'

import type { Database } from '../db/database.ts'
import { findGamebookVersion, saveGamebookVersion } from '../db/models/gamebookVersion.ts'
import type { GamebookReader } from './gamebookReader.ts'
import type { GamebookLibrary } from './library.ts'

/** The gamebook that a session is played with. */
export interface PlayedGamebook {
  readonly gamebook: Gamebook
  readonly version: string
  /** Whether the file can be played; if not, this is the version that was played last. */
  readonly file: 'current' | 'broken' | 'missing'
}

export interface PlayedGamebooks {
  /**
   * The current gamebook; if it is gone or has errors, the version that was played last. The returned version is
   * stored, so the session can always be read.
   */
  find(gamebookId: string, lastVersion: string | null): Promise<PlayedGamebook | undefined>
}

/** Stored versions that stay in memory. */
const MAX_OLD = 8

export function createPlayedGamebooks(
  db: Database,
  library: Pick<GamebookLibrary, 'findFile'>,
  read: GamebookReader,
  now: () => string,
): PlayedGamebooks {
  const stored = new Set<string>()
  const old = new Map<string, Gamebook | null>()

  const store = async (gamebookId: string, hash: string, source: string): Promise<void> => {
    if (stored.has(hash)) return
    await saveGamebookVersion(db, { hash, gamebookId, source, createdAt: now() })
    stored.add(hash)
  }

  const readOld = async (version: string): Promise<Gamebook | null> => {
    const known = old.get(version)
    if (known !== undefined) return known
    const row = await findGamebookVersion(db, version)
    const gamebook = row === undefined ? null : (await read(row.source)).gamebook
    if (old.size >= MAX_OLD) old.clear()
    old.set(version, gamebook)
    return gamebook
  }

  return {
    async find(gamebookId, lastVersion) {
      const current = await library.findFile(gamebookId)
      if (current?.gamebook != null) {
        await store(gamebookId, current.version, current.text)
        return { gamebook: current.gamebook, version: current.version, file: 'current' }
      }
      if (lastVersion === null) return undefined
      const gamebook = await readOld(lastVersion)
      const file = current === undefined ? 'missing' : 'broken'
      return gamebook === null ? undefined : { gamebook, version: lastVersion, file }
    },
  }
}
