import { composeDocuments, syntaxProblemsOf } from '../package/composeDocuments.ts'
import { findSimpleEnd } from '../simple/readSimpleYaml.ts'
import type { Excerpt } from './excerpt.ts'

/** How many characters the package may still parse to find the causes of mistakes. Faster readers count less. */
export interface Budget {
  characters: number
}

/** The index of the line at which reading a changed excerpt gives up; infinite if it does not, -1 if it can't start. */
export type Reach = (excerpt: Excerpt, text: string, budget: Budget) => number

export const simpleReach: Reach = (excerpt, text, budget) => {
  budget.characters -= text.length / SIMPLE_TIMES_AS_FAST
  const end = findSimpleEnd(text)
  return end === Infinity ? Infinity : excerpt.lineIndexAt(text, end)
}

export const SIMPLE_TIMES_AS_FAST = 20

export const packageReach: Reach = (excerpt, text, budget) => {
  budget.characters -= text.length
  const composed = composeDocuments(text)
  if (!('documents' in composed)) return -1
  const [problem] = composed.documents.flatMap((document) => syntaxProblemsOf(document))
  return problem === undefined ? Infinity : excerpt.lineIndexAt(text, problem.offset)
}
