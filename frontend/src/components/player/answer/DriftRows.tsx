import { Fragment } from 'react'

import { driftKindText } from '../../../text/driftKinds.ts'
import type { DriftFinding } from '../../../types/api.ts'

interface DriftRowsProps {
  readonly findings: readonly DriftFinding[]
}

/** What differs from the state of the story, also what may be right: each with what is true. */
export function DriftRows({ findings }: DriftRowsProps) {
  return findings.map(({ kind, partId, start, fact }) => (
    <Fragment key={`${kind} ${partId} ${start}`}>
      <dt>{driftKindText(kind)}</dt>
      <dd lang="en">{fact}</dd>
    </Fragment>
  ))
}
