import { Fragment } from 'react'

import { playerText } from '../../../text/player.ts'
import { useReaderPreferences } from '../../../theme/useReaderPreferences.ts'
import type { Part, TextPart } from '../../../types/api.ts'

interface WithdrawnTextsProps {
  readonly parts: readonly Part[]
}

/** The texts that were taken back, with the reason. One that gives a secret away is shown to authors only. */
export function WithdrawnTexts({ parts }: WithdrawnTextsProps) {
  const { view } = useReaderPreferences()
  return parts.flatMap((part) => {
    if (part.type !== 'text' || part.withdrawn === undefined || part.text.trim() === '') return []
    return (
      <Fragment key={part.id}>
        <dt>{playerText(`answerDetails.withdrawn.${part.withdrawn}`)}</dt>
        <dd dir="auto">{isSpoiler(part) && view === 'reading' ? '…' : part.text.trim()}</dd>
      </Fragment>
    )
  })
}

const isSpoiler = ({ withdrawn }: TextPart) => withdrawn === 'secret'
