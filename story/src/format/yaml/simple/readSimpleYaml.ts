import type { YamlNode } from '../yamlNode.ts'
import { readBlock } from './readBlock.ts'
import { isFlowStart } from './readFlow.ts'
import { columnOf, createScanner, findLine, NotSimple, TooManyScalars, type Scanner } from './scanner.ts'

/**
 * Reads the YAML that most gamebooks are written in into the same tree as the `yaml` package, many times as fast.
 * Null for everything else, which the package then reads: anchors, tags, tabs, explicit keys, unusual numbers, several
 * documents, files beyond the limits, and any mistake, because only the package says what is wrong.
 */
export function readSimpleYaml(text: string): SimpleYaml | null {
  if (UNUSUAL_CHARACTER.test(text)) return null
  try {
    return { root: readDocument(createScanner(text)) }
  } catch (error) {
    if (error instanceof NotSimple) return null
    if (error instanceof TooManyScalars) return { tooManyAt: error.offset }
    throw error
  }
}

/** `tooManyAt` is where the first scalar beyond the limit starts. */
export type SimpleYaml = { readonly root: YamlNode } | { readonly tooManyAt: number }

const UNUSUAL_CHARACTER = /[\t\r\uFEFF]/

/** How far a text is simple YAML: the offset near which reading gives up, infinite if it does not. */
export function findSimpleEnd(text: string): number {
  if (UNUSUAL_CHARACTER.test(text)) return 0
  const scanner = createScanner(text)
  try {
    readDocument(scanner)
    return Infinity
  } catch (error) {
    if (error instanceof NotSimple || error instanceof TooManyScalars) return scanner.at
    throw error
  }
}

function readDocument(scanner: Scanner): YamlNode {
  const { text } = scanner
  findLine(scanner)
  // At the top level, the lines of a value in brackets may be indented less: as in the package, from column 1.
  const root = readBlock(scanner, isFlowStart(text, scanner.at) ? 0 : -1)
  if (root.kind === 'scalar' || columnOf(scanner) !== -1) throw new NotSimple()
  return root
}
