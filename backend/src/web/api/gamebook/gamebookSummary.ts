import { listEndingNodes } from '@llm-gamebook/story'

import type { LibraryEntry } from '../../../gamebooks/library.ts'
import type { GamebookSummary } from '../../schemas/gamebook.ts'

/** The use of a gamebook. */
export interface GamebookUse {
  readonly sessionCount: number
  /** The nodes at which any session has ended. */
  readonly endingsFound: ReadonlySet<string>
}

export function toGamebookSummary(entry: LibraryEntry, { sessionCount, endingsFound }: GamebookUse): GamebookSummary {
  const { gamebook, diagnostics } = entry
  const endings = gamebook === null ? [] : listEndingNodes(gamebook)
  return {
    id: entry.id,
    source: entry.origin,
    title: gamebook?.title ?? titleIn(entry.text) ?? entry.id,
    description: gamebook?.description ?? null,
    author: gamebook?.author ?? null,
    language: gamebook?.language ?? 'en',
    hasImage: entry.image !== null,
    playable: gamebook !== null,
    errorCount: diagnostics.filter(({ severity }) => severity === 'error').length,
    warningCount: diagnostics.filter(({ severity }) => severity === 'warning').length,
    sessionCount,
    endings: { found: endings.filter(({ nodeId }) => endingsFound.has(nodeId)).length, total: endings.length },
  }
}

/** The title in a file with errors, so authors recognize their gamebook. */
function titleIn(text: string): string | undefined {
  const title = /^title:(.*)$/m.exec(text)?.[1]?.trim() ?? ''
  return title === '' ? undefined : title.replace(/^(["'])(.*)\1$/, '$2').slice(0, 255)
}
