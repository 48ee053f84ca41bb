import { useState } from 'react'

import { readDraft, writeDraft } from '../../hooks/storedDraft.ts'
import type { StartAnswer, StartQuestion } from '../../types/api.ts'

/** The draft of the answers to the questions of a gamebook, kept for the life of the tab. */
export const startDraftKey = (gamebookId: string): string => `start:${gamebookId}`

interface StartAnswersState {
  readonly textOf: (question: StartQuestion) => string
  readonly setText: (question: StartQuestion, text: string) => void
  /** The answers that are not empty. */
  readonly answers: StartAnswer[]
}

export function useStartAnswers(gamebookId: string, questions: readonly StartQuestion[]): StartAnswersState {
  const [typed, setTyped] = useState<StartAnswer[]>(() => readAnswers(gamebookId))

  function textOf(question: StartQuestion): string {
    const text = typed.find((answer) => isAnswerTo(question, answer))?.text ?? ''
    return question.values?.includes(text) === false ? '' : text
  }

  function setText(question: StartQuestion, text: string): void {
    const { entityId, field } = question
    const others = typed.filter((answer) => !isAnswerTo(question, answer))
    const next = text === '' ? others : [...others, { entityId, field, text }]
    setTyped(next)
    writeDraft(startDraftKey(gamebookId), next.length === 0 ? '' : JSON.stringify(next))
  }

  const answers = questions.flatMap((question) => {
    const { entityId, field } = question
    const text = textOf(question).trim()
    return text === '' ? [] : [{ entityId, field, text }]
  })
  return { textOf, setText, answers }
}

const isAnswerTo = ({ entityId, field }: StartQuestion, answer: StartAnswer): boolean =>
  answer.entityId === entityId && answer.field === field

function readAnswers(gamebookId: string): StartAnswer[] {
  try {
    const stored: unknown = JSON.parse(readDraft(startDraftKey(gamebookId)))
    return Array.isArray(stored) ? stored.filter(isAnswer) : []
  } catch {
    return []
  }
}

function isAnswer(stored: unknown): stored is StartAnswer {
  if (typeof stored !== 'object' || stored === null) return false
  return ['entityId', 'field', 'text'].every((key) => typeof Reflect.get(stored, key) === 'string')
}
