import type { Reporter } from '../diagnostics/sourceLocation.ts'
import { parseWithPackage } from './package/parseWithPackage.ts'
import { readSimpleYaml } from './simple/readSimpleYaml.ts'
import type { YamlNode } from './yamlNode.ts'

/** The tree of the file's one document, null where it is empty. `unreadable` where its syntax is wrong, which is reported. */
export function parseYaml(text: string, reporter: Reporter): YamlNode | null | 'unreadable' {
  return readSimpleYaml(text) ?? parseWithPackage(text, reporter)
}
