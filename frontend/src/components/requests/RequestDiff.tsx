import { useMemo } from 'react'

import { requestText } from '../../text/requests.ts'
import { VisuallyHidden } from '../common/VisuallyHidden.tsx'
import { diffLines } from './diffLines.ts'
import { foldLines } from './foldLines.ts'
import styles from './RequestText.module.css'

interface RequestDiffProps {
  readonly before: string
  readonly text: string
}

/** What changed in a text, line by line. */
export function RequestDiff({ before, text }: RequestDiffProps) {
  const lines = useMemo(() => foldLines(diffLines(before, text)), [before, text])
  return (
    <pre className={styles.text} tabIndex={0} dir="auto">
      {lines.map((line, at) =>
        line.kind === 'folded' ? (
          <span key={at} className={styles.folded}>
            {requestText('blocks.sameLines', { count: line.count })}
          </span>
        ) : (
          <span key={at} className={styles.line} data-kind={line.kind}>
            {line.kind === 'same' ? (
              '  '
            ) : (
              <>
                <VisuallyHidden>{requestText(`change.${line.kind}`)}</VisuallyHidden>
                <span aria-hidden>{line.kind === 'added' ? '+ ' : '− '}</span>
              </>
            )}
            {line.text}
          </span>
        ),
      )}
    </pre>
  )
}
