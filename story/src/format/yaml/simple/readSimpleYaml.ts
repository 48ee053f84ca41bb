import type { YamlNode } from '../yamlNode.ts'
import { readBlock } from './readBlock.ts'
import { isFlowStart } from './readFlow.ts'
import { columnOf, createScanner, findLine, NotSimple, TooManyScalars } from './scanner.ts'

/**
 * Reads the YAML that most gamebooks are written in, many times as fast as the `yaml` package, and to the same tree.
 * Null for everything else, which is then read by the package: anchors, tags, tabs, explicit keys, unusual numbers,
 * several documents, what is beyond the limits, and each mistake, because only the package says what is wrong.
 */
export function readSimpleYaml(text: string): SimpleYaml | null {
  if (UNUSUAL_CHARACTER.test(text)) return null
  try {
    return { root: readDocument(text) }
  } catch (error) {
    if (error instanceof NotSimple) return null
    if (error instanceof TooManyScalars) return { tooManyAt: error.offset }
    throw error
  }
}

/** `tooManyAt` is where the first scalar beyond the limit starts. */
export type SimpleYaml = { readonly root: YamlNode } | { readonly tooManyAt: number }

const UNUSUAL_CHARACTER = /[\t\r\uFEFF]/

function readDocument(text: string): YamlNode {
  const scanner = createScanner(text)
  findLine(scanner)
  // The lines of a value in brackets may be less indented at the top: as the package reads them, from column 1.
  const root = readBlock(scanner, isFlowStart(text, scanner.at) ? 0 : -1)
  if (root.kind === 'scalar' || columnOf(scanner) !== -1) throw new NotSimple()
  return root
}
