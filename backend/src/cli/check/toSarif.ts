import {
  type Diagnostic,
  diagnosticCodes,
  type Finding,
  findingCodes,
  formatStepLine,
  listSteps,
} from '@llm-gamebook/story'

import { statusFields } from '../../gamebooks/checks/describeReport.ts'
import { VERSION } from '../../version.ts'
import type { CheckedFile } from './checkFile.ts'

type Problem = Finding | Diagnostic

/** Results in the format SARIF 2.1.0, which code hosts and editors display. Paths are relative to the terminal's folder. */
export function toSarif(checked: readonly CheckedFile[]) {
  const problems = checked.flatMap(({ diagnostics, findings }): readonly Problem[] => [...diagnostics, ...findings])
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'LLM Gamebook', version: VERSION, rules: codes.map(toRule) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => toResult(problem, codes.indexOf(problem.code))),
      },
    ],
  }
}

function toRule(code: string) {
  const text = isFindingCode(code) ? findingCodes[code] : meaningOf(code)
  const page = isFindingCode(code) ? `docs/findings.md#${code}` : 'docs/diagnostics.md'
  return { id: code, shortDescription: { text }, help: { text: `Explained in ${page}` } }
}

const isFindingCode = (code: string): code is keyof typeof findingCodes => Object.hasOwn(findingCodes, code)

function meaningOf(code: string): string {
  return Object.entries(diagnosticCodes).find(([known]) => known === code)?.[1].meaning ?? code
}

function toResult(problem: Problem, ruleIndex: number) {
  const { code, severity, message, hint } = problem
  const text = `${message} ${hint}`
  const result = { ruleId: code, ruleIndex, level: severity, message: { text }, locations: [toLocation(problem)] }
  if (!('status' in problem)) return result
  const { status, statusText } = statusFields(problem)
  return { ...result, properties: { status, statusText }, ...toCodeFlows(problem) }
}

/** The replay, if there is one: one location for each line of it. All of them are where the finding is. */
function toCodeFlows(finding: Finding) {
  if (finding.witness === null || finding.witness.length === 0) return {}
  const locations = listSteps(finding.witness).map((line) => ({
    location: { ...toLocation(finding), message: { text: formatStepLine(line) } },
  }))
  return { codeFlows: [{ threadFlows: [{ locations }] }] }
}

function toLocation({ file, line, column }: Problem) {
  const uri = file.split(/[\\/]/).map(encodeURIComponent).join('/')
  return {
    physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column } },
  }
}
