import type { Gamebook } from '../../gamebook/gamebook.ts'
import { openStory } from '../../play/openStory.ts'
import { findMisfit } from '../../state/fitsField.ts'
import { MAX_START_ANSWER, writeStartAnswers } from '../../state/startAnswers.ts'
import { listStartQuestions, type StartQuestion } from '../../state/startQuestions.ts'
import { OPENING } from '../steps/step.ts'
import { freshText, type Candidates } from './candidates.ts'
import type { FieldUses } from './useRecord.ts'
import { resultOf } from './leafOf.ts'
import type { Leaf } from './program.ts'
import { startEvents } from './receiptEvents.ts'
import type { Run } from './run.ts'

/** The answers before the first page, and what is so from the start. */
export function runOpening(run: Run): Omit<Leaf, 'kind' | 'events'> {
  const { gamebook, state: start } = run.world
  const answers: Record<string, Record<string, string>> = {}
  for (const question of listStartQuestions(gamebook)) {
    const { entityId, field } = question
    const name = `${entityId}.${field}`
    const { values, isComplete } = answersTo(gamebook, question, run.context.uses)
    if (!isComplete) run.noteReason({ kind: 'sampled', function: OPENING, parameter: name })
    const text = run.choose(name, values)
    if (typeof text === 'string' && text !== question.suggestion) {
      answers[entityId] = { ...answers[entityId], [field]: text }
    }
  }
  const state = writeStartAnswers(gamebook, start, answers)
  openStory({ ...run.world, state }, run.report)
  startEvents(gamebook).forEach((event) => run.events.add(event))
  return resultOf(run, state)
}

/** The suggestion first. */
function answersTo(
  gamebook: Gamebook,
  { entityId, field, declaration, suggestion }: StartQuestion,
  uses: FieldUses,
): Candidates {
  if (declaration.values !== null) {
    const texts = declaration.values.filter((value) => typeof value === 'string')
    return { values: [...new Set([suggestion, ...texts])], isComplete: true }
  }
  const { texts, isExact } = uses.of(`${entityId}.${field}`)
  const compared = new Set([suggestion, ...[...texts].filter((text) => text.length <= MAX_START_ANSWER)])
  const fresh = freshText(compared, MAX_START_ANSWER)
  const values = [...compared, ...(fresh === null ? [] : [fresh])]
  return { values: values.filter((text) => findMisfit(text, declaration, gamebook) === null), isComplete: !isExact }
}
