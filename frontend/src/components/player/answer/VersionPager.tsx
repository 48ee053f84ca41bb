import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'

import { playerText } from '../../../text/player.ts'
import type { Message } from '../../../types/api.ts'
import styles from './VersionPager.module.css'

interface VersionPagerProps {
  readonly message: Message
  readonly label: string
  readonly onChoose: (messageId: string) => void
}

/** Moves between the versions of a message. Shown if there is more than one. */
export function VersionPager({ message, label, onChoose }: VersionPagerProps) {
  const { id, siblingIds } = message
  if (siblingIds.length < 2) return null
  const index = siblingIds.indexOf(id)
  const previous = siblingIds[index - 1]
  const next = siblingIds[index + 1]
  return (
    <span className={styles.arrows} role="group" aria-label={label}>
      <button
        type="button"
        className={styles.arrow}
        aria-label={playerText('versions.previous')}
        disabled={previous === undefined}
        onClick={() => previous !== undefined && onChoose(previous)}
      >
        <IconChevronLeft size={16} stroke={1.5} className={styles.icon} />
      </button>
      <span>{playerText('versions.position', { position: index + 1, count: siblingIds.length })}</span>
      <button
        type="button"
        className={styles.arrow}
        aria-label={playerText('versions.next')}
        disabled={next === undefined}
        onClick={() => next !== undefined && onChoose(next)}
      >
        <IconChevronRight size={16} stroke={1.5} className={styles.icon} />
      </button>
    </span>
  )
}
