import { useMemo } from 'react'

import { splitMatches } from '../player/search/splitMatches.ts'
import styles from './RequestText.module.css'
import { splitChunks } from './splitChunks.ts'

interface RequestTextProps {
  readonly text: string
  /** What to mark; empty for nothing. */
  readonly searched: string
  /** The number of the match to show; null if it is elsewhere. */
  readonly current: number | null
}

/** A text as it is sent. Pieces that are out of sight cost no layout. */
export function RequestText({ text, searched, current }: RequestTextProps) {
  const chunks = useMemo(() => markChunks(text, searched), [text, searched])
  return (
    <pre className={styles.text} tabIndex={0} dir="auto">
      {chunks.map(({ key, spans }) => (
        <span key={key} className={styles.chunk}>
          {spans.map((span, at) =>
            span.number === null ? (
              span.text
            ) : (
              <mark key={at} className={styles.match} data-current={span.number === current || undefined}>
                {span.text}
              </mark>
            ),
          )}
        </span>
      ))}
    </pre>
  )
}

interface MarkedSpan {
  readonly text: string
  /** The number of the match; null for what is no match. */
  readonly number: number | null
}

function markChunks(text: string, searched: string): readonly { key: number; spans: readonly MarkedSpan[] }[] {
  let number = -1
  return splitChunks(text).map((chunk, key) => {
    if (searched === '') return { key, spans: [{ text: chunk, number: null }] }
    const spans = splitMatches(chunk, searched).map((span): MarkedSpan => {
      if (span.isMatch) number += 1
      return { text: span.text, number: span.isMatch ? number : null }
    })
    return { key, spans }
  })
}
