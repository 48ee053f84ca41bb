import { memo, useState } from 'react'

import { playerText } from '../../../text/player.ts'
import type { Message } from '../../../types/api.ts'
import { messageElementId } from '../messageElementId.ts'
import type { PlayerActions } from '../playerActions.ts'
import styles from './PlayerMessage.module.css'
import { VersionPager } from '../answer/VersionPager.tsx'
import { messageText } from '../answer/messageText.ts'
import { MessageEditor } from './MessageEditor.tsx'

interface PlayerMessageProps {
  readonly message: Message
  readonly actions: PlayerActions
}

export const PlayerMessage = memo(function PlayerMessage({ message, actions }: PlayerMessageProps) {
  const [isEditing, setEditing] = useState(false)
  const [hasEdited, setEdited] = useState(false)
  const text = messageText(message)
  if (isEditing)
    return (
      <MessageEditor
        messageId={message.id}
        text={text}
        onSave={(changed) => actions.edit(message.id, changed)}
        onClose={() => {
          setEditing(false)
          setEdited(true)
        }}
      />
    )
  return (
    <article
      id={messageElementId(message.id)}
      className={styles.message}
      tabIndex={-1}
      data-focus-fallback=""
      data-role="player"
      aria-label={playerText('you')}
    >
      {/* The heading of the turn: screen readers list it, and jump to it. */}
      <p className={styles.text} role="heading" aria-level={2} dir="auto">
        {text}
      </p>
      <div className={styles.actions}>
        <VersionPager
          message={message}
          label={playerText('versions.message')}
          onChoose={(id) => actions.goTo(id, true)}
        />
        {/* Closing the editor returns the focus to this button. */}
        <button type="button" autoFocus={hasEdited} className={styles.edit} onClick={() => setEditing(true)}>
          {playerText('message.edit')}
        </button>
      </div>
    </article>
  )
})
