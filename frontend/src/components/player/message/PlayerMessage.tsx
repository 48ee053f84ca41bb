import { memo, useState } from 'react'

import type { Message } from '../../../types/api.ts'
import type { PlayerActions } from '../playerActions.ts'
import styles from './PlayerMessage.module.css'
import { VersionPager } from '../answer/VersionPager.tsx'
import { tellText } from '../answer/messageText.ts'
import { MessageEditor } from './MessageEditor.tsx'

interface PlayerWordsProps {
  readonly message: Message
  readonly actions: PlayerActions
}

/** The player's own words, set apart; they can be said otherwise. */
export const PlayerMessage = memo(function PlayerWords({ message, actions }: PlayerWordsProps) {
  const [isEditing, setEditing] = useState(false)
  const [hasEdited, setEdited] = useState(false)
  const text = tellText(message)
  if (isEditing)
    return (
      <MessageEditor
        text={text}
        onSave={(changed) => actions.edit(message.id, changed)}
        onClose={() => {
          setEditing(false)
          setEdited(true)
        }}
      />
    )
  return (
    <article className={styles.words} tabIndex={-1} data-focus-fallback="" data-role="player" aria-label="You">
      <p className={styles.text} dir="auto">
        {text}
      </p>
      <div className={styles.actions}>
        <VersionPager message={message} noun="wording" onChoose={(id) => actions.goTo(id, true)} />
        {/* The focus comes back from the editor to where it left. */}
        <button type="button" autoFocus={hasEdited} className={styles.edit} onClick={() => setEditing(true)}>
          Edit
        </button>
      </div>
    </article>
  )
})
