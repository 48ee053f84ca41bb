import { memo } from 'react'

import type { ThinkingPart } from '../../../types/api.ts'
import styles from './Thinking.module.css'

interface ThinkingProps {
  readonly part: ThinkingPart
}

/** What the model thought before it spoke, folded away. */
export const Thinking = memo(function Thinking({ part }: ThinkingProps) {
  return (
    <details className={styles.thinking}>
      <summary className={styles.summary}>
        {part.durationMs === null ? 'Thinking' : `Thought for ${tellSeconds(part.durationMs)}`}
      </summary>
      <p className={styles.text} dir="auto">
        {part.text}
      </p>
    </details>
  )
})

function tellSeconds(durationMs: number): string {
  return durationMs < 1000 ? 'a moment' : `${Math.round(durationMs / 1000)} s`
}
