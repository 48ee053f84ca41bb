import { memo } from 'react'

import { playerText } from '../../../text/player.ts'
import type { ThinkingPart } from '../../../types/api.ts'
import styles from './Thinking.module.css'

interface ThinkingProps {
  readonly part: ThinkingPart
}

/** The model's thinking, collapsed. */
export const Thinking = memo(function Thinking({ part }: ThinkingProps) {
  return (
    <details className={styles.thinking}>
      <summary className={styles.summary}>{thinkingLabel(part)}</summary>
      <p className={styles.text} dir="auto">
        {part.text}
      </p>
    </details>
  )
})

function thinkingLabel({ durationMs }: ThinkingPart): string {
  if (durationMs === null) return playerText('thinking.ongoing')
  if (durationMs < 1000) return playerText('thinking.moment')
  return playerText('thinking.seconds', { seconds: Math.round(durationMs / 1000) })
}
