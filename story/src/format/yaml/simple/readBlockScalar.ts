import { CST } from 'yaml'
import type { YamlScalar } from '../yamlNode.ts'
import { afterSpaces, countScalar, findLine, isLineEnd, lineAfter, NotSimple, type Scanner } from './scanner.ts'
import { refuse } from './unfold.ts'

export function isBlockScalarStart(text: string, at: number): boolean {
  const character = text.charAt(at)
  return character === '|' || character === '>'
}

/**
 * Reads the lines below a "|" or ">" that are indented further than the collection around them, and moves to the start
 * of the line after them.
 */
export function readBlockScalar(scanner: Scanner, parent: number): YamlScalar {
  const { text, at: start } = scanner
  const header = text.slice(start, lineAfter(text, start))
  if (!HEADER.test(header)) throw new NotSimple()
  const contentStart = start + header.length
  const end = findEnd(text, contentStart, parent)
  countScalar(scanner, contentStart)
  const { value } = CST.resolveAsScalar(
    {
      type: 'block-scalar',
      offset: start,
      indent: parent,
      props: [{ type: 'block-scalar-header', offset: start, indent: parent, source: header.trimEnd() }],
      source: text.slice(contentStart, end),
    },
    true,
    refuse,
  )
  scanner.at = end
  scanner.lineStart = end
  findLine(scanner)
  return { kind: 'scalar', style: 'block', value, source: value, start, end, anchor: null, tag: null }
}

/** A scalar that keeps all line breaks at its end (`+`), or has an explicit indentation, is not simple. */
const HEADER = /^[|>]-? *\n$/

/** The position after the last line that is not empty. */
function findEnd(text: string, contentStart: number, parent: number): number {
  const indent = findIndent(text, contentStart)
  if (indent <= parent) throw new NotSimple()
  let end = contentStart
  for (let line = contentStart; line < text.length; line = lineAfter(text, line)) {
    const content = afterSpaces(text, line)
    const isEmpty = isLineEnd(text, content)
    if (isEmpty && content - line > indent) throw new NotSimple()
    if (isEmpty) continue
    if (content - line < indent) break
    end = lineAfter(text, line)
  }
  return end
}

/** The indentation of the first line that has text; -1 if there is none. */
function findIndent(text: string, contentStart: number): number {
  for (let line = contentStart; line < text.length; line = lineAfter(text, line)) {
    const content = afterSpaces(text, line)
    if (!isLineEnd(text, content)) return content - line
  }
  return -1
}
