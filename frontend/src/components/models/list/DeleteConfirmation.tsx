import { useEffect, useRef, useState } from 'react'

import { Button } from '../../common/buttons/Button.tsx'
import { commonText } from '../../../text/common.ts'
import type { UserError } from '../../../types/userError.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import styles from './DeleteConfirmation.module.css'

interface DeleteConfirmationProps {
  readonly name: string
  readonly impact: string
  readonly onDelete: () => Promise<UserError | null>
  readonly onKeep: () => void
}

/** Asks before a model is deleted, and says what that changes. It takes the place of the Delete button. */
export function DeleteConfirmation({ name, impact, onDelete, onKeep }: DeleteConfirmationProps) {
  const question = useRef<HTMLDivElement>(null)
  const [error, setError] = useState<UserError | null>(null)
  useEffect(() => question.current?.focus(), [])

  return (
    <div
      ref={question}
      className={styles.question}
      role="group"
      tabIndex={-1}
      aria-label={commonText('deleteModel.group', { name })}
    >
      <p>
        {commonText('deleteModel.question', { name })} {impact}
      </p>
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.actions}>
        <Button size="sm" onClick={() => void onDelete().then(setError)}>
          {commonText('deleteModel.delete')}
        </Button>
        <Button size="sm" variant="outlined" onClick={onKeep}>
          {commonText('deleteModel.keep')}
        </Button>
      </div>
    </div>
  )
}
