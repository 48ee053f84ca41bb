import { suggestionText } from '../../../text/suggestions.ts'
import { IconLock } from '@tabler/icons-react'

import type { Suggestion } from '../../../types/api.ts'
import { firstClick } from '../../common/firstClick.ts'
import { VisuallyHidden } from '../../common/VisuallyHidden.tsx'
import styles from './SuggestionChip.module.css'

interface OpenSuggestionProps {
  readonly suggestion: Suggestion
  /** Null without a number. */
  readonly number: number | null
  /** A digit in the input stands for it. */
  readonly isLit: boolean
  /** The id of the form that it opens; undefined if it needs none. */
  readonly formId: string | undefined
  readonly isOpen: boolean
  readonly onClick: () => void
}

export function OpenSuggestion({ suggestion, number, isLit, formId, isOpen, onClick }: OpenSuggestionProps) {
  return (
    <button
      type="button"
      className={styles.chip}
      data-lit={isLit || undefined}
      data-number={number ?? undefined}
      aria-keyshortcuts={number === null ? undefined : String(number)}
      aria-expanded={formId === undefined ? undefined : isOpen}
      aria-controls={isOpen ? formId : undefined}
      onClick={firstClick(onClick)}
    >
      {number !== null && (
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
      )}
      <span dir="auto">{suggestion.label}</span>
    </button>
  )
}

interface ClosedSuggestionProps {
  readonly suggestion: Suggestion
  readonly reasonId: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** What can't be done now. The reason costs nothing and is no turn. */
export function ClosedSuggestion({ suggestion: { label }, reasonId, isOpen, onToggle }: ClosedSuggestionProps) {
  return (
    <span className={styles.closed}>
      <IconLock className={styles.lock} size={15} stroke={1.5} aria-hidden="true" />
      <VisuallyHidden>{suggestionText('closed')} </VisuallyHidden>
      <span dir="auto">{label}</span>
      <button
        type="button"
        className={styles.why}
        aria-label={suggestionText('whyNotOf', { label })}
        aria-expanded={isOpen}
        aria-controls={isOpen ? reasonId : undefined}
        onClick={onToggle}
      >
        {suggestionText('whyNot')}
      </button>
    </span>
  )
}
