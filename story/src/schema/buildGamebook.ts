import type { Diagnostic } from '../diagnostics.ts'
import { NO_LOCALS } from '../expressions/locals.ts'
import type { Gamebook } from '../gamebook.ts'
import { checkContainment } from './checks/checkContainment.ts'
import { checkExpressions } from './checks/checkExpressions.ts'
import { checkGraphs } from './checks/checkGraphs.ts'
import { checkTelling } from './checks/checkTelling.ts'
import { checkTools } from './checks/checkTools.ts'
import { cursorAt, type Cursor } from '../reading/cursor.ts'
import type { GamebookDraft } from '../reading/draft.ts'
import { report } from '../reading/reporter.ts'
import { readProject } from './readProject.ts'
import { resolveReferences } from './resolve/resolveReferences.ts'
import { createScope } from './resolve/scope.ts'
import { inspectTree } from './yaml/inspectTree.ts'
import { parseYaml } from './yaml/parseYaml.ts'
import { readSource, type SourceText } from './yaml/readSource.ts'

export interface GamebookBuild {
  readonly diagnostics: readonly Diagnostic[]
  /** What could be read, whatever else is wrong; null where there is nothing to read. */
  readonly model: Gamebook | null
}

/** Reads everything first, then looks up references, then checks what needs the whole. */
export function buildGamebook(source: string | Uint8Array, file: string): GamebookBuild {
  const sourceText = readSource(source, file)
  const cursor = readTree(sourceText)
  const draft = cursor && readProject(cursor)
  const model = cursor && draft ? resolveAndCheck(cursor, draft) : null
  return { diagnostics: sourceText.reporter.diagnostics(), model }
}

/** The top of the file. Null, and reported, where it cannot be read as a gamebook. */
function readTree({ text, reporter, readable }: SourceText): Cursor | null {
  if (!readable) return null
  const tree = parseYaml(text, reporter)
  if (tree === 'unreadable') return null
  const aliases = tree === null ? null : inspectTree(tree, reporter)
  if (tree !== null && aliases === null) return null
  const file = { text, reporter, aliases: aliases ?? new Map(), expressions: [], locals: NO_LOCALS, expected: null }
  const cursor = cursorAt(file, tree, tree?.range[0] ?? 0, null)
  if (cursor.kind === 'mapping') return cursor
  report(
    cursor,
    'not-a-mapping',
    cursor.kind === 'null' ? 'The file is empty.' : 'The file holds no mapping of keys and values.',
    'Begin with "title: …" and "entity_types:".',
  )
  return null
}

function resolveAndCheck({ file, reporter }: Cursor, draft: GamebookDraft): Gamebook {
  const scope = createScope(draft, reporter)
  const resolution = resolveReferences(scope)
  checkTelling(scope)
  checkTools(scope)
  checkContainment(scope)
  checkGraphs(scope, resolution)
  checkExpressions(file.expressions, resolution.gamebook, scope)
  return resolution.gamebook
}
