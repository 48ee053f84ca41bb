import type { Document } from 'yaml'
import { limits } from '../../diagnostics/limits.ts'
import { conditionKeys } from '../../keys/allKeys.ts'
import { report } from '../../diagnostics/reporter.ts'
import type { Reporter } from '../../diagnostics/sourceLocation.ts'
import { explainSyntax } from '../explain/explainSyntax.ts'
import { reportTooDeep, reportTooMany } from '../reportLimits.ts'
import type { YamlNode } from '../yamlNode.ts'
import { composeDocuments, syntaxProblemsOf } from './composeDocuments.ts'
import { pathAt } from './pathAt.ts'
import { toYamlNode } from './toYamlNode.ts'

/** The tree of the file's one document, null if it is empty. `unreadable` if its syntax is wrong, which is reported. */
export function parseWithPackage(text: string, reporter: Reporter): YamlNode | null | 'unreadable' {
  const composed = composeDocuments(text)
  if ('tooDeepAt' in composed) {
    reportTooDeep(composed.tooDeepAt, reporter)
    return 'unreadable'
  }
  if ('tooManyAt' in composed) {
    reportTooMany(composed.tooManyAt, reporter)
    return 'unreadable'
  }
  const [document, another] = composed.documents
  if (document === undefined) return null
  const [problem] = syntaxProblemsOf(document)
  if (problem !== undefined) {
    explainSyntax({ text, reporter, problem, pathAt: (offset) => pathAt(document.contents, offset) })
    return 'unreadable'
  }
  reportTags(document, text, reporter)
  if (another === undefined) return rootOf(document, reporter)
  reportSecondDocument(another, reporter)
  return 'unreadable'
}

function reportTags(document: Document.Parsed, text: string, reporter: Reporter): void {
  const problems = [...document.errors, ...document.warnings].filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
  for (const { pos } of problems.slice(0, limits.diagnostics)) {
    const tag = /^\S+/.exec(text.slice(pos[0], pos[0] + LONGEST_TAG))?.[0] ?? '!'
    const path = pathAt(document.contents, pos[0])
    const isCondition = typeof path?.step === 'string' && conditionKeys.has(path.step)
    report(
      { reporter, offset: pos[0], path },
      'yaml-tag',
      `A text without quotes can't start with "!": "${tag}" is read as a tag, and tags aren't supported.`,
      isCondition && /^!\w/.test(tag)
        ? `Write "not" instead of "!": "not ${tag.slice(1)}".`
        : 'Put the whole text in double quotes: "…". Or remove the word that starts with "!".',
    )
  }
}

const LONGEST_TAG = 60

function reportSecondDocument(another: Document.Parsed, reporter: Reporter): void {
  report(
    { reporter, offset: another.range[0], path: null },
    'multiple-documents',
    'A second YAML document starts here, after a line "---".',
    'Keep only one: remove the line "---" and what follows, or move it to another file. To show dashes in a text, put it in quotes.',
  )
}

function rootOf(document: Document.Parsed, reporter: Reporter): YamlNode | null {
  const { yaml } = document.directives
  if (yaml.explicit && yaml.version !== '1.2') {
    report(
      { reporter, offset: 0, path: null },
      'yaml-syntax',
      `The file declares YAML ${yaml.version}, but a gamebook is YAML 1.2.`,
      'Remove the line that starts with "%YAML".',
    )
  }
  return document.contents && toYamlNode(document.contents)
}
