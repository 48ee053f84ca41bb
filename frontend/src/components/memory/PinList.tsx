import { useRef, useState } from 'react'

import { memoryText } from '../../text/memory.ts'
import type { Pin } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { firstClick } from '../common/firstClick.ts'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import type { MemoryActions } from './memoryActions.ts'
import styles from './MemoryPage.module.css'

interface PinListProps {
  readonly pins: readonly Pin[]
  readonly onRemove: MemoryActions['removePin']
}

export function PinList({ pins, onRemove }: PinListProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [error, setError] = useState<UserError | null>(null)
  const handleRemove = async (id: string) => {
    const failure = await onRemove(id)
    setError(failure)
    // The button is gone with its pin.
    if (failure === null) heading.current?.focus()
  }
  return (
    <section className={styles.section}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {memoryText('pins.title')}
      </h2>
      {pins.length === 0 ? (
        <p className={styles.remark}>{memoryText('pins.none')}</p>
      ) : (
        <ul className={styles.pins}>
          {pins.map((pin) => (
            <PinItem key={pin.id} pin={pin} onRemove={() => void handleRemove(pin.id)} />
          ))}
        </ul>
      )}
      <p className={styles.remark}>{memoryText('pins.rule')}</p>
      {error !== null && <ErrorNotice error={error} />}
    </section>
  )
}

function PinItem({ pin: { text, isSent }, onRemove }: { readonly pin: Pin; readonly onRemove: () => void }) {
  return (
    <li className={styles.pin}>
      <span className={styles.story} dir="auto">
        {text}
      </span>
      <Button
        size="sm"
        variant="quiet"
        aria-label={memoryText('pins.removeLabel', { text })}
        onClick={firstClick(onRemove)}
      >
        {memoryText('pins.remove')}
      </Button>
      {!isSent && <span className={styles.warning}>{memoryText('pins.notSent')}</span>}
    </li>
  )
}
