import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'

import type { Message } from '../../../types/api.ts'
import styles from './VersionPager.module.css'

interface SiblingArrowsProps {
  readonly message: Message
  /** What there are several of. */
  readonly noun: string
  readonly onChoose: (messageId: string) => void
}

/** "1 of 3", and the way to the others. */
export function VersionPager({ message, noun, onChoose }: SiblingArrowsProps) {
  const { id, siblingIds } = message
  if (siblingIds.length < 2) return null
  const place = siblingIds.indexOf(id)
  const before = siblingIds[place - 1]
  const after = siblingIds[place + 1]
  return (
    <span className={styles.arrows} role="group" aria-label={`Which ${noun}`}>
      <button
        type="button"
        className={styles.arrow}
        aria-label={`Earlier ${noun}`}
        disabled={before === undefined}
        onClick={() => before !== undefined && onChoose(before)}
      >
        <IconChevronLeft size={16} stroke={1.5} className={styles.icon} />
      </button>
      <span>
        {place + 1} of {siblingIds.length}
      </span>
      <button
        type="button"
        className={styles.arrow}
        aria-label={`Later ${noun}`}
        disabled={after === undefined}
        onClick={() => after !== undefined && onChoose(after)}
      >
        <IconChevronRight size={16} stroke={1.5} className={styles.icon} />
      </button>
    </span>
  )
}
