import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

import type { UserError } from '../../../types/userError.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import styles from './DeleteConfirmation.module.css'

interface DeleteQuestionProps {
  readonly name: string
  readonly loss: string
  readonly onDelete: () => Promise<UserError | null>
  readonly onKeep: () => void
}

/** Asks in the words of what is lost, in the place where it was asked for. */
export function DeleteConfirmation({ name, loss, onDelete, onKeep }: DeleteQuestionProps) {
  const question = useRef<HTMLDivElement>(null)
  const [trouble, setTrouble] = useState<UserError | null>(null)
  useEffect(() => question.current?.focus(), [])

  return (
    <div ref={question} className={styles.question} role="group" tabIndex={-1} aria-label={`Delete ${name}?`}>
      <p>
        Delete the model “{name}”? {loss}
      </p>
      {trouble !== null && <ErrorNotice trouble={trouble} />}
      <div className={styles.actions}>
        <Button size="sm" onClick={() => void onDelete().then(setTrouble)}>
          Delete
        </Button>
        <Button size="sm" variant="default" onClick={onKeep}>
          Keep it
        </Button>
      </div>
    </div>
  )
}
