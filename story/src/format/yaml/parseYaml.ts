import type { Reporter } from '../diagnostics/sourceLocation.ts'
import { parseWithPackage } from './package/parseWithPackage.ts'
import { reportTooMany } from './reportLimits.ts'
import { readSimpleYaml } from './simple/readSimpleYaml.ts'
import type { YamlNode } from './yamlNode.ts'

/** The tree of the file's one document, null if it is empty. `unreadable` if its syntax is wrong, which is reported. */
export function parseYaml(text: string, reporter: Reporter): YamlNode | null | 'unreadable' {
  const simple = readSimpleYaml(text)
  if (simple === null) return parseWithPackage(text, reporter)
  if ('root' in simple) return simple.root
  reportTooMany(simple.tooManyAt, reporter)
  return 'unreadable'
}
