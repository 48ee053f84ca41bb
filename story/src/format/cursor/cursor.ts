import type { Expression } from '../../expressions/expression.ts'
import type { Kinds } from '../../expressions/kinds.ts'
import type { LocalKinds } from '../../expressions/locals.ts'
import type { PlotPromise } from '../../gamebook/gamebook.ts'
import type { Path } from '../diagnostics/path.ts'
import type { Located, Reporter, SourceLocation } from '../diagnostics/sourceLocation.ts'
import { isBadNumber } from '../yaml/checkScalar.ts'
import type { YamlAlias, YamlNode, YamlScalar, YamlValue } from '../yaml/yamlNode.ts'

/** A file whose syntax is right. */
export interface GamebookFile {
  readonly text: string
  readonly reporter: Reporter
  readonly aliases: ReadonlyMap<YamlAlias, YamlValue>
  /** What keys at these offsets are read as, because they are misspelled. */
  readonly respelled: ReadonlyMap<number, string>
  /** Every parsed expression with its location. They are checked once all entities are known. */
  readonly expressions: ExpressionSite[]
  /** Every promise with the location of its id, for the check of their ids. */
  readonly promises: Located<PlotPromise>[]
  /** Whether a type has the trait "speaker". In older gamebooks, actions such as "talk/ask" are events. */
  readonly hasSpeakers: boolean
  /** What expressions can read here besides the entities. */
  readonly locals: LocalKinds
  /** The kind that the next expression must have; null for any. */
  readonly expected: Expected | null
}

export interface Expected {
  readonly kinds: Kinds
  /** With its article: `a number`. */
  readonly what: string
}

export interface ExpressionSite {
  readonly expression: Expression
  readonly location: SourceLocation
  readonly locals: LocalKinds
  readonly expected: Expected | null
}

/** A value of the file with its location. */
export interface Cursor extends SourceLocation {
  readonly file: GamebookFile
  readonly kind: Kind
  /** Aliases are followed; null for a missing value (`{key}`) and for an alias without an anchor. */
  readonly node: YamlValue | null
}

/** An `unreadable` value is already reported: a bad number, an unknown tag or an alias without an anchor. */
export type Kind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'mapping' | 'unreadable'

export function cursorAt(file: GamebookFile, written: YamlNode | null, offset: number, path: Path): Cursor {
  const node = written?.kind === 'alias' ? file.aliases.get(written) : written
  if (node === undefined) return { file, reporter: file.reporter, kind: 'unreadable', node: null, offset, path }
  return { file, reporter: file.reporter, kind: kindOf(node), node, offset, path }
}

function kindOf(node: YamlValue | null): Kind {
  if (node === null) return 'null'
  if (node.kind !== 'scalar') return node.kind === 'map' ? 'mapping' : 'list'
  if (hasForeignTag(node)) return 'unreadable'
  if (node.value === null) return 'null'
  if (typeof node.value === 'string') return 'text'
  if (typeof node.value === 'boolean') return 'boolean'
  return typeof node.value === 'number' && !isBadNumber(node) ? 'number' : 'unreadable'
}

/** The elements of a list; empty for any other value. */
export function elementsOf(cursor: Cursor): readonly Cursor[] {
  const { node, file, path } = cursor
  if (node?.kind !== 'list') return []
  return node.items.map((item, index) => cursorAt(file, item, item.start, { parent: path, step: index }))
}

/** The same value, in which expressions can also read these names. */
export function withLocals(cursor: Cursor, locals: LocalKinds): Cursor {
  return { ...cursor, file: { ...cursor.file, locals: new Map([...cursor.file.locals, ...locals]) } }
}

/** The same value, which must have one of these kinds if it is computed. */
export function withExpected(cursor: Cursor, expected: Expected | null): Cursor {
  return { ...cursor, file: { ...cursor.file, expected } }
}

function hasForeignTag({ tag, value }: YamlScalar): boolean {
  return tag !== null && tag !== '!' && tag !== 'tag:yaml.org,2002:str' && typeof value === 'string'
}
