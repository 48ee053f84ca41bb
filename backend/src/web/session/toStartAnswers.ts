import { listStartQuestions, type Gamebook, type StartAnswers } from '@llm-gamebook/story'
import type { z } from 'zod'

import type { StartAnswer } from '../schemas/session.ts'
import { isVisible } from '../schemas/visibleText.ts'
import { StartAnswersError } from './sessionErrors.ts'

/** Checks answers against the questions of the gamebook. Empty ones are left out. Throws `StartAnswersError`. */
export function toStartAnswers(gamebook: Gamebook, given: readonly z.infer<typeof StartAnswer>[]): StartAnswers {
  const questions = listStartQuestions(gamebook)
  const errors: Record<string, string> = {}
  const answers: Record<string, Record<string, string>> = {}
  for (const [index, { entityId, field, text }] of given.entries()) {
    const question = questions.find((asked) => asked.entityId === entityId && asked.field === field)
    const values = question?.declaration.values ?? null
    if (question === undefined) {
      errors[`answers.${index}.field`] = 'This gamebook has no such question.'
    } else if (isVisible(text)) {
      if (values?.includes(text) === false) errors[`answers.${index}.text`] = `Must be one of: ${values.join(', ')}.`
      answers[entityId] = { ...answers[entityId], [field]: text }
    }
  }
  if (Object.keys(errors).length > 0) throw new StartAnswersError(errors)
  return answers
}
