import { IconAsteriskSimple } from '@tabler/icons-react'

import { playerText } from '../../../text/player.ts'
import styles from './FactNote.module.css'

interface FactNoteProps {
  readonly facts: readonly string[]
}

/** A note in the margin of a passage that is not so; opened, what is true instead. The facts are in English. */
export function FactNote({ facts }: FactNoteProps) {
  return (
    <details className={styles.note} lang="en" dir="ltr">
      <summary className={styles.sign}>
        <IconAsteriskSimple size={13} stroke={1.5} aria-hidden="true" />
        <span className={styles.label}>{playerText('factNote')}</span>
      </summary>
      {facts.map((fact) => (
        <p key={fact} className={styles.fact}>
          {fact}
        </p>
      ))}
    </details>
  )
}
