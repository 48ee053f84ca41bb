import { narrationsIn } from '@llm-gamebook/story'

import type { Answer, AnswerEnd } from './answer.ts'

const NOTICE = "The model wrote nothing, so this is the author's text."

/** Where a model writes nothing of what has happened, players read what the author wrote for it, if there is any. */
export function withAuthorsText(end: AnswerEnd, answer: Answer): AnswerEnd {
  if (end.error?.code !== 'empty-answer') return end
  const narrations = narrationsIn(answer.snapshot().receipts.map(({ receipt }) => receipt))
  if (narrations.length === 0) return end
  answer.beginStep()
  answer.append('text', narrations.join('\n\n'))
  answer.note(NOTICE)
  return { ...end, status: 'done', error: null }
}
