import type { Diagnostic } from './diagnostics/diagnostic.ts'
import type { Gamebook } from '../gamebook/gamebook.ts'
import { checkContainment } from './checks/checkContainment.ts'
import { checkExpressions } from './checks/checkExpressions.ts'
import { checkGraphs } from './checks/checkGraphs.ts'
import { checkInstructions } from './checks/checkInstructions.ts'
import { checkPromises } from './checks/checkPromises.ts'
import { checkTools } from './checks/checkTools.ts'
import { countedGraphsOf } from '../expressions/syntax/countedGraphs.ts'
import type { Cursor, GamebookFile } from './cursor/cursor.ts'
import type { GamebookDraft } from './read/draft.ts'
import { readProject } from './read/readProject.ts'
import { resolveReferences } from './resolve/resolveReferences.ts'
import { createScope } from './resolve/scope.ts'
import { withoutFollowUps } from './withoutFollowUps.ts'
import { readSource, type SourceText } from './yaml/readSource.ts'
import { readTree } from './cursor/readTree.ts'

export interface GamebookBuild {
  readonly diagnostics: readonly Diagnostic[]
  /** Everything that could be read, despite errors; null if nothing could. */
  readonly model: Gamebook | null
}

/**
 * Reads the whole file, then resolves references, then checks what needs the whole gamebook. Errors that follow from
 * misspelled keys are left out: the keys are reported in their place.
 */
export function buildGamebook(source: string | Uint8Array, file: string): GamebookBuild {
  const sourceText = readSource(source, file)
  const model = buildFrom(sourceText)
  return { diagnostics: withoutFollowUps(sourceText, () => readSource(source, file), buildFrom), model }
}

function buildFrom(sourceText: SourceText, respelled?: GamebookFile['respelled']): Gamebook | null {
  const cursor = readTree(sourceText, respelled)
  const draft = cursor && readProject(cursor)
  return cursor && draft ? resolveAndCheck(cursor, draft) : null
}

function resolveAndCheck({ file, reporter }: Cursor, draft: GamebookDraft): Gamebook {
  const scope = createScope(draft, reporter)
  const countedGraphs = new Set(file.expressions.flatMap(({ expression }) => countedGraphsOf(expression.root)))
  const resolution = resolveReferences(scope, countedGraphs)
  checkInstructions(scope)
  checkTools(scope, resolution.gamebook)
  checkContainment(scope)
  checkGraphs(scope, resolution)
  checkPromises(file.promises)
  checkExpressions(file.expressions, resolution.gamebook, scope)
  return resolution.gamebook
}
