import { VisuallyHidden } from '../../common/VisuallyHidden.tsx'
import { playerText } from '../../../text/player.ts'
import styles from './ChangedBadge.module.css'

interface ChangedBadgeProps {
  readonly isChanged: boolean
}

/** Marks what the last answer changed. */
export function ChangedBadge({ isChanged }: ChangedBadgeProps) {
  if (!isChanged) return null
  return (
    <span className={styles.badge}>
      <VisuallyHidden>{playerText('panel.changed')}</VisuallyHidden>
    </span>
  )
}
