import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from '../yamlNode.ts'
import { isBlockScalarStart, readBlockScalar } from './readBlockScalar.ts'
import { isFlowStart, readFlow } from './readFlow.ts'
import { emptyScalar, isOnOneLine, readScalar } from './readScalar.ts'
import {
  afterSpaces,
  columnOf,
  enter,
  isBlank,
  isRestOfLineEmpty,
  leave,
  nextLine,
  NotSimple,
  type Scanner,
} from './scanner.ts'

/**
 * Reads what starts a line or follows a "- ", and moves to the first thing after it.
 * @param parent the column of the collection around it; -1 at the top
 */
export function readBlock(scanner: Scanner, parent: number): YamlNode {
  const { text, at } = scanner
  if (isDash(scanner)) return readList(scanner)
  if (isFlowStart(text, at) || isBlockScalarStart(text, at)) return readValue(scanner, parent)
  const column = columnOf(scanner)
  const scalar = readScalar(scanner, 'block', parent + 1)
  if (skipColon(scanner)) return readMap(scanner, column, scalar)
  nextLine(scanner)
  return scalar
}

function isDash({ text, at }: Scanner): boolean {
  return text.charAt(at) === '-' && isBlank(text, at + 1)
}

function skipColon(scanner: Scanner): boolean {
  const { text } = scanner
  const colon = afterSpaces(text, scanner.at)
  if (text.charAt(colon) !== ':' || !isBlank(text, colon + 1)) return false
  scanner.at = colon + 1
  return true
}

function readList(scanner: Scanner): YamlList {
  enter(scanner)
  const start = scanner.at
  const column = columnOf(scanner)
  const items: YamlNode[] = []
  while (columnOf(scanner) === column && isDash(scanner)) {
    scanner.at += 1
    items.push(readItem(scanner, column))
  }
  if (columnOf(scanner) > column) throw new NotSimple()
  leave(scanner)
  return { kind: 'list', start, anchor: null, items }
}

function readItem(scanner: Scanner, column: number): YamlNode {
  if (!isRestOfLineEmpty(scanner)) {
    scanner.at = afterSpaces(scanner.text, scanner.at)
    return readBlock(scanner, column)
  }
  const empty = emptyScalar(scanner)
  nextLine(scanner)
  return columnOf(scanner) > column ? readBlock(scanner, column) : empty
}

function readMap(scanner: Scanner, column: number, firstKey: YamlScalar): YamlMap {
  enter(scanner)
  const pairs = [readPair(scanner, column, firstKey)]
  while (columnOf(scanner) === column) pairs.push(readPair(scanner, column, readKey(scanner)))
  if (columnOf(scanner) > column) throw new NotSimple()
  leave(scanner)
  return { kind: 'map', start: firstKey.start, anchor: null, pairs }
}

function readKey(scanner: Scanner): YamlScalar {
  const key = readScalar(scanner, 'block', columnOf(scanner) + 1)
  if (!skipColon(scanner)) throw new NotSimple()
  return key
}

/** Reads the value after a key and its colon. */
function readPair(scanner: Scanner, column: number, key: YamlScalar): YamlPair {
  if (!isOnOneLine(key, scanner.text) || scanner.at - key.start > LONGEST_KEY) throw new NotSimple()
  if (!isRestOfLineEmpty(scanner)) {
    scanner.at = afterSpaces(scanner.text, scanner.at)
    return { key, value: readValue(scanner, column) }
  }
  const empty = emptyScalar(scanner)
  nextLine(scanner)
  // A list may start in the column of its key.
  const hasValue = columnOf(scanner) === column ? isDash(scanner) : columnOf(scanner) > column
  return { key, value: hasValue ? readBlock(scanner, column) : empty }
}

const LONGEST_KEY = 1024

/** Reads a value that is neither a list nor a mapping of block YAML. */
function readValue(scanner: Scanner, parent: number): YamlNode {
  const { text, at } = scanner
  if (isBlockScalarStart(text, at)) return readBlockScalar(scanner, parent)
  const value = isFlowStart(text, at) ? readFlow(scanner, parent + 1) : readScalar(scanner, 'block', parent + 1)
  nextLine(scanner)
  return value
}
