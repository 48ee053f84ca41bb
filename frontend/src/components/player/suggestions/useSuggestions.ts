import { useCallback, useMemo, useState } from 'react'

import { useReaderPreferences } from '../../../theme/useReaderPreferences.ts'
import type { SessionDetail, Suggestion } from '../../../types/api.ts'
import { arrangeSuggestions, type ArrangedSuggestions } from './arrangeSuggestions.ts'
import { chooseSuggestion, type ChosenSuggestion, type InputValue } from './chosenSuggestion.ts'
import { isDigit } from '../../../hooks/isDigit.ts'

export interface ShownSuggestions extends ArrangedSuggestions {
  /** The one that a digit in the input stands for. */
  readonly lit: Suggestion | null
  /** The one whose reason or form is open. */
  readonly opened: Suggestion | null
  readonly toggle: (suggestion: Suggestion) => void
  readonly showAll: () => void
  /** Does it, or opens its form. */
  readonly start: (suggestion: Suggestion) => void
  readonly submit: (suggestion: Suggestion, values: Readonly<Record<string, InputValue>>) => void
}

interface Options {
  /** The narrator is answering, or the story has ended. */
  readonly isHidden: boolean
  /** Whether digits stand for suggestions. */
  readonly hasNumbers: boolean
  readonly draft: string
  readonly onChoose: (chosen: ChosenSuggestion) => void
}

interface Changed {
  readonly headId: string | null
  readonly openedId: string | null
  readonly showsAll: boolean
}

/** A new answer has other suggestions, so what was opened before is closed. */
const unchanged = (headId: string | null): Changed => ({ headId, openedId: null, showsAll: false })

/** Null if nothing is suggested now. */
export function useSuggestions(
  { suggestions, headId }: Pick<SessionDetail, 'suggestions' | 'headId'>,
  { isHidden, hasNumbers, draft, onChoose }: Options,
): ShownSuggestions | null {
  const { suggestions: preference } = useReaderPreferences()
  const [stored, setStored] = useState(() => unchanged(headId))
  const { openedId, showsAll } = stored.headId === headId ? stored : unchanged(headId)
  const arranged = useMemo(() => arrangeSuggestions(suggestions, showsAll), [suggestions, showsAll])

  const change = useCallback(
    (next: (before: Changed) => Partial<Changed>) =>
      setStored((before) => {
        const current = before.headId === headId ? before : unchanged(headId)
        return { ...current, ...next(current) }
      }),
    [headId],
  )
  const toggle = useCallback(
    ({ id }: Suggestion) => change((before) => ({ openedId: before.openedId === id ? null : id })),
    [change],
  )
  const submit: ShownSuggestions['submit'] = useCallback(
    (suggestion, values) => {
      const chosen = chooseSuggestion(suggestion, values)
      if (chosen !== null) onChoose(chosen)
    },
    [onChoose],
  )
  const start = useCallback(
    (suggestion: Suggestion) => {
      if (suggestion.input.length === 0) submit(suggestion, {})
      else toggle(suggestion)
    },
    [toggle, submit],
  )

  if (isHidden || preference === 'hidden' || suggestions.length === 0) return null
  return {
    ...arranged,
    lit: hasNumbers && isDigit(draft) ? (arranged.numbered[Number(draft) - 1] ?? null) : null,
    opened: suggestions.find(({ id }) => id === openedId) ?? null,
    toggle,
    showAll: () => change(() => ({ showsAll: true })),
    start,
    submit,
  }
}
