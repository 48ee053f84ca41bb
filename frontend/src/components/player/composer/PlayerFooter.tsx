import type { ReactNode, Ref } from 'react'
import { Link } from 'wouter'

import { playerText } from '../../../text/player.ts'
import type { SessionDetail, SessionModel } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { narratorLabel } from '../../common/narratorLabel.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { ConnectionNotice } from './ConnectionNotice.tsx'
import styles from './PlayerFooter.module.css'

interface PlayerFooterProps {
  readonly ref?: Ref<HTMLDivElement>
  readonly isAway: boolean
  readonly error: UserError | null
  /** The model that replaces a deleted one. */
  readonly fallback: SessionModel | null
  readonly gamebookFile: SessionDetail['gamebookFile']
  readonly gamebookId: string
  /** Another model is being chosen. */
  readonly isSwitching: boolean
  /** What budgets have left, if that is little. */
  readonly budget?: ReactNode
  readonly children: ReactNode
}

/** Stays at the bottom of the window while the story scrolls. */
export function PlayerFooter({
  ref,
  isAway,
  error,
  fallback,
  gamebookFile,
  gamebookId,
  isSwitching,
  budget,
  children,
}: PlayerFooterProps) {
  return (
    <div ref={ref} className={styles.footer}>
      <div className={styles.inner}>
        {isAway && <ConnectionNotice />}
        {error !== null && <ErrorNotice error={error} />}
        {gamebookFile !== 'current' && (
          <p className={styles.fallback} role="status">
            {gamebookFile === 'missing'
              ? playerText('footer.missingGamebook')
              : playerText.rich('footer.brokenGamebook', {
                  link: (words) => <Link href={`/gamebooks/${gamebookId}`}>{words}</Link>,
                })}
          </p>
        )}
        {fallback !== null && (
          <p className={styles.fallback}>
            {playerText('footer.fallback', { narrator: narratorLabel(fallback.provider, fallback.name) })}
          </p>
        )}
        {isSwitching && (
          <p className={styles.switching} role="status">
            {playerText('footer.switching')}
          </p>
        )}
        {budget}
        {children}
      </div>
    </div>
  )
}
