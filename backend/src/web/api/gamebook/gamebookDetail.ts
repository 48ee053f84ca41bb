import { listFixedSettings, listStartQuestions, MAX_START_ANSWER, type StartQuestion } from '@llm-gamebook/story'

import type { Database } from '../../../db/database.ts'
import { findEndingsFound } from '../../../db/models/endingFound.ts'
import { countSessions } from '../../../db/models/session.ts'
import type { LibraryEntry } from '../../../gamebooks/library.ts'
import { listEndingTitlesFound } from '../../session/storySummary.ts'
import type { GamebookDetail } from '../../schemas/gamebook.ts'
import { toGamebookSummary } from './gamebookSummary.ts'

export async function toGamebookDetail(db: Database, entry: LibraryEntry): Promise<GamebookDetail> {
  const { gamebook } = entry
  const [sessionCount, endingsFound] = await Promise.all([
    countSessions(db, { gamebookId: entry.id, isDeleted: false }),
    findEndingsFound(db, entry.id),
  ])
  const endingTitlesFound = listEndingTitlesFound(gamebook, endingsFound)
  return {
    ...toGamebookSummary(entry, { sessionCount, endingsFound }),
    contentWarnings: [...(gamebook?.contentWarnings ?? [])],
    license: gamebook?.license ?? null,
    questions: gamebook === null ? [] : listStartQuestions(gamebook).map(toQuestion),
    fixedSettings: gamebook === null ? [] : [...listFixedSettings(gamebook)],
    diagnostics: entry.diagnostics.map((diagnostic) => ({ ...diagnostic, related: [...diagnostic.related] })),
    endingTitlesFound,
    endingsFound: endingTitlesFound,
  }
}

function toQuestion({ entityId, field, declaration, suggestion }: StartQuestion): GamebookDetail['questions'][number] {
  const { label, values } = declaration
  return {
    entityId,
    field,
    label: label ?? field.replaceAll('_', ' '),
    suggestion,
    maxLength: MAX_START_ANSWER,
    values: values?.filter((value) => typeof value === 'string') ?? null,
  }
}
