import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from '../yamlNode.ts'
import { isOnOneLine, readScalar } from './readScalar.ts'
import { afterSpaces, columnOf, enter, isBlank, leave, NotSimple, skipSpace, type Scanner } from './scanner.ts'

export function isFlowStart(text: string, at: number): boolean {
  const character = text.charAt(at)
  return character === '[' || character === '{'
}

/**
 * Reads a list in brackets or a mapping in braces, and moves past it.
 * @param indent the minimum number of spaces at the beginning of each further line
 */
export function readFlow(scanner: Scanner, indent: number): YamlList | YamlMap {
  return readCollection(scanner, { indent, isOutermost: true })
}

interface Surroundings {
  readonly indent: number
  /** The end of the outermost collection may be one column further left. */
  readonly isOutermost: boolean
}

function readCollection(scanner: Scanner, around: Surroundings): YamlList | YamlMap {
  enter(scanner)
  const start = scanner.at
  const inside = around.isOutermost ? { ...around, isOutermost: false } : around
  const node: YamlList | YamlMap =
    scanner.text.charAt(start) === '['
      ? { kind: 'list', start, anchor: null, items: readItems(scanner, around, ']', () => readValue(scanner, inside)) }
      : { kind: 'map', start, anchor: null, pairs: readItems(scanner, around, '}', () => readPair(scanner, inside)) }
  leave(scanner)
  return node
}

/** A comma follows each item; it is optional after the last. */
function readItems<T>(scanner: Scanner, around: Surroundings, end: string, readItem: () => T): readonly T[] {
  const { text } = scanner
  const items: T[] = []
  do {
    scanner.at += 1
    skipBetween(scanner, around)
    if (text.charAt(scanner.at) === end) break
    items.push(readItem())
    skipBetween(scanner, around)
  } while (text.charAt(scanner.at) === ',')
  if (text.charAt(scanner.at) !== end) throw new NotSimple()
  scanner.at += 1
  return items
}

function readValue(scanner: Scanner, inside: Surroundings): YamlNode {
  return isFlowStart(scanner.text, scanner.at)
    ? readCollection(scanner, inside)
    : readScalar(scanner, 'flow', inside.indent)
}

function readPair(scanner: Scanner, inside: Surroundings): YamlPair {
  const key = readScalar(scanner, 'flow', inside.indent)
  if (!isOnOneLine(key, scanner.text)) throw new NotSimple()
  skipColon(scanner, key)
  skipBetween(scanner, inside)
  return { key, value: readValue(scanner, inside) }
}

/** After a quoted key, as in JSON, the colon needs no white space. */
function skipColon(scanner: Scanner, { style }: YamlScalar): void {
  const { text, at } = scanner
  const colon = afterSpaces(text, at)
  const isAdjacent = colon === at && style !== 'plain'
  if (text.charAt(colon) !== ':' || !(isAdjacent || isBlank(text, colon + 1))) throw new NotSimple()
  scanner.at = colon + 1
}

/** Moves past white space and comments. */
function skipBetween(scanner: Scanner, { indent, isOutermost }: Surroundings): void {
  const { lineStart } = scanner
  skipSpace(scanner)
  const column = columnOf(scanner)
  if (scanner.lineStart === lineStart || column >= indent) return
  const isEnd = isOutermost && column === indent - 1 && isFlowEnd(scanner.text, scanner.at)
  if (!isEnd) throw new NotSimple()
}

function isFlowEnd(text: string, at: number): boolean {
  const character = text.charAt(at)
  return character === ']' || character === '}'
}
