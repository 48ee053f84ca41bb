import type { Gamebook } from '../../gamebook/gamebook.ts'
import { MAX_START_ANSWER, type StartAnswers } from '../../state/startAnswers.ts'
import type { StartQuestion } from '../../state/startQuestions.ts'
import type { Step } from '../explore/step.ts'
import { literalsOf } from './literals.ts'

const MAX_TEXTS = 16

export interface AnswerList {
  /** The start value first. */
  readonly texts: readonly string[]
  /** False if the player can answer something else. */
  readonly isComplete: boolean
}

/** The answers to a question that can make a difference. */
export function listAnswers(gamebook: Gamebook, { declaration, suggestion }: StartQuestion): AnswerList {
  const { values } = declaration
  const others = values ?? [
    ...literalsOf(gamebook).texts.filter(({ length }) => length <= MAX_START_ANSWER),
    'something',
  ]
  const texts = new Set([suggestion, ...others.filter((value) => typeof value === 'string')])
  return { texts: [...texts].slice(0, MAX_TEXTS), isComplete: values !== null && texts.size <= MAX_TEXTS }
}

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
