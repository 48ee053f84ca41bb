import { NO_LOCALS } from '../../expressions/locals.ts'
import { cursorAt, type Cursor, type GamebookFile } from './cursor.ts'
import { hasSpeakers } from './hasSpeakers.ts'
import { report } from '../diagnostics/reporter.ts'
import { inspectTree } from '../yaml/inspectTree.ts'
import { checkWriting } from '../yaml/writing/checkWriting.ts'
import { parseYaml } from '../yaml/parseYaml.ts'
import type { SourceText } from '../yaml/readSource.ts'

/** The top of the file. Null, and reported, where it cannot be read as a gamebook. */
export function readTree(
  { text, reporter, readable }: SourceText,
  respelled: GamebookFile['respelled'] = NONE,
): Cursor | null {
  if (!readable) return null
  const tree = parseYaml(text, reporter)
  if (tree === 'unreadable') return null
  const aliases = tree === null ? null : inspectTree(tree, reporter)
  if (tree !== null && aliases === null) return null
  if (tree !== null) checkWriting(tree, { text, reporter })
  const file: GamebookFile = {
    text,
    reporter,
    aliases: aliases ?? new Map(),
    respelled,
    expressions: [],
    promises: [],
    hasSpeakers: false,
    locals: NO_LOCALS,
    expected: null,
  }
  const cursor = cursorAt(file, tree, tree?.start ?? 0, null)
  if (cursor.kind === 'mapping') return { ...cursor, file: { ...file, hasSpeakers: hasSpeakers(cursor) } }
  report(
    cursor,
    'not-a-mapping',
    cursor.kind === 'null' ? 'The file is empty.' : 'The file must start with keys and values.',
    'Start with "title: …" and "entity_types:".',
  )
  return null
}

const NONE: GamebookFile['respelled'] = new Map()
