import { IconArrowDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import type { SessionModel } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { narratorLabel } from '../../common/narratorLabel.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import styles from './PlayerFooter.module.css'

interface DockProps {
  readonly isAtEnd: boolean
  readonly onGoToEnd: () => void
  readonly isAway: boolean
  readonly trouble: UserError | null
  /** Who answers instead of a narrator that is gone. */
  readonly fallback: SessionModel | null
  readonly children: ReactNode
}

/** What stays at the foot of the page while the story scrolls. */
export function PlayerFooter({ isAtEnd, onGoToEnd, isAway, trouble, fallback, children }: DockProps) {
  return (
    <div className={styles.dock}>
      {!isAtEnd && (
        <button type="button" className={styles.down} onClick={onGoToEnd}>
          Continue reading <IconArrowDown size={15} stroke={1.5} aria-hidden="true" />
        </button>
      )}
      <div className={styles.inner}>
        {isAway && <ConnectionNotice />}
        {trouble !== null && <ErrorNotice error={trouble} />}
        {fallback !== null && (
          <p className={styles.fallback}>
            The narrator you chose is gone. Next answers: {narratorLabel(fallback.provider, fallback.name)}.
          </p>
        )}
        {children}
      </div>
    </div>
  )
}
