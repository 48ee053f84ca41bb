import type { Path } from '../../diagnostics/path.ts'
import { report } from '../../diagnostics/reporter.ts'
import type { Reporter } from '../../diagnostics/sourceLocation.ts'
import { composeDocuments, syntaxProblemsOf } from '../package/composeDocuments.ts'
import type { SyntaxProblem } from '../package/syntaxProblem.ts'
import { findSimpleEnd } from '../simple/readSimpleYaml.ts'
import { blockTextRepairs } from './blockText.ts'
import { bracketRepairs } from './brackets.ts'
import { carriageReturnRepairs } from './carriageReturns.ts'
import { chooseRepair } from './chooseRepair.ts'
import { reportCodeFences } from './codeFences.ts'
import { reportConflictMarkers } from './conflictMarkers.ts'
import { foreignMarkRepairs } from './foreignMarks.ts'
import { messageForProblem } from './problemMessages.ts'
import { indentationRepairs } from './indentation.ts'
import { keyLineRepairs } from './keyLines.ts'
import { lookAlikeRepairs } from './lookAlikes.ts'
import { plainTextRepairs } from './plainText.ts'
import { punctuationRepairs } from './punctuation.ts'
import { quoteRepairs } from './quotes.ts'
import { SIMPLE_TIMES_AS_FAST, type Budget } from './reach.ts'
import { applyEdits } from './repair.ts'
import { lineAt, splitLines, type SourceLine } from './sourceLines.ts'
import { findSuspects, type Detector } from './suspects.ts'
import { tabRepairs } from './tabs.ts'

const DETECTORS: readonly Detector[] = [
  lookAlikeRepairs,
  carriageReturnRepairs,
  tabRepairs,
  foreignMarkRepairs,
  punctuationRepairs,
  keyLineRepairs,
  quoteRepairs,
  plainTextRepairs,
  blockTextRepairs,
  bracketRepairs,
  indentationRepairs,
]

/** A file whose syntax is wrong. */
export interface BrokenFile {
  readonly text: string
  readonly reporter: Reporter
  /** The first mistake that the parser found. */
  readonly problem: SyntaxProblem
  readonly pathAt: (offset: number) => Path
}

/**
 * Reports the causes of the mistakes in a file, from the first on: each is repaired in a copy to find the next.
 * It ends at a mistake whose cause is not found, because later ones mostly follow from it.
 */
export function explainSyntax({ text, reporter, problem, pathAt }: BrokenFile): void {
  const original = splitLines(text)
  if (reportConflictMarkers(original, reporter) || reportCodeFences(original, reporter)) return
  const budget: Budget = { characters: text.length + SPARE_CHARACTERS }
  const reported = new Set<number>()
  let current: { readonly text: string; readonly problem: SyntaxProblem } | null = { text, problem }
  while (current !== null && reported.size < MOST_REPORTED) {
    const lines = splitLines(current.text)
    const problemLine = lineAt(lines, current.problem.offset)
    if (problemLine === undefined) return
    const repair = chooseRepair(findSuspects(current.text, lines, problemLine, budget), DETECTORS, budget)
    const { message, hint } = repair ?? messageForProblem(current.problem.code)
    reportAt(lines, repair?.offset ?? current.problem.offset, message, hint)
    current = repair === null ? null : nextProblem(applyEdits(current.text, repair.edits), budget)
  }

  function reportAt(lines: readonly SourceLine[], offset: number, message: string, hint: string): void {
    const line = lineAt(lines, offset)
    const written = original[line?.index ?? 0]
    if (line === undefined || written === undefined || reported.has(line.index)) return
    reported.add(line.index)
    const column = Math.min(offset - line.start, written.text.length)
    const at = written.start + column
    report({ reporter, offset: at, path: pathAt(at) }, 'yaml-syntax', message, hint)
  }
}

const MOST_REPORTED = 10
/** A file may be parsed about once more, and small parts of it some hundred times. */
const SPARE_CHARACTERS = 100_000

function nextProblem(text: string, budget: Budget): { readonly text: string; readonly problem: SyntaxProblem } | null {
  budget.characters -= text.length / SIMPLE_TIMES_AS_FAST
  if (budget.characters <= 0) return null
  const end = findSimpleEnd(text)
  if (end === Infinity) return null
  // Most of the time goes into mistakes that follow from the first, so the text is cut behind it.
  const cut = firstProblem(text.slice(0, end + CHARACTERS_AFTER), budget)
  const isNear = cut !== null && cut.offset < end + CHARACTERS_AFTER / 2
  const problem = isNear ? cut : firstProblem(text, budget)
  return problem === null ? null : { text, problem }
}

const CHARACTERS_AFTER = 1500

function firstProblem(text: string, budget: Budget): SyntaxProblem | null {
  budget.characters -= text.length
  if (budget.characters <= 0) return null
  const composed = composeDocuments(text)
  const [first] = 'documents' in composed ? composed.documents : []
  const [problem] = first === undefined ? [] : syntaxProblemsOf(first)
  return problem ?? null
}
