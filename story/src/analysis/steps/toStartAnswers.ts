import type { StartAnswers } from '../../state/startAnswers.ts'
import type { Step } from './step.ts'

/** Answers as the arguments of the step before the first call, by `entity.field`. */
export type AnswerArgs = Step['args']

export function toStartAnswers(args: AnswerArgs): StartAnswers {
  const answers: Record<string, Record<string, string>> = {}
  for (const [name, text] of Object.entries(args)) {
    const dot = name.indexOf('.')
    const [entityId, field] = [name.slice(0, dot), name.slice(dot + 1)]
    if (typeof text === 'string') answers[entityId] = { ...answers[entityId], [field]: text }
  }
  return answers
}
