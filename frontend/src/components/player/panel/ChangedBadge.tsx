import { VisuallyHidden } from '@mantine/core'

import styles from './ChangedBadge.module.css'

interface ChangeMarkProps {
  readonly isChanged: boolean
}

/** Stands before what the last answer changed. */
export function ChangedBadge({ isChanged }: ChangeMarkProps) {
  if (!isChanged) return null
  return (
    <span className={styles.mark}>
      <VisuallyHidden>Changed: </VisuallyHidden>
    </span>
  )
}
