import { memo, useState } from 'react'

import type { Message } from '../../../types/api.ts'
import { Answer } from '../answer/Answer.tsx'
import type { PlayerActions } from '../playerActions.ts'
import { PlayerMessage } from '../message/PlayerMessage.tsx'
import { groupMessages } from './groupMessages.ts'
import { KeepPlace } from './KeepPlace.tsx'
import styles from './StoryPages.module.css'

interface StoryPagesProps {
  readonly messages: readonly Message[]
  readonly actions: PlayerActions
}

/** The messages, in pages of which only the last renders again while text arrives. */
export function StoryPages({ messages, actions }: StoryPagesProps) {
  const pages = groupMessages(messages, useOrigin(messages))
  return (
    <KeepPlace oldestId={messages[0]?.id}>
      {pages.map((page) => (
        <StoryPage
          key={page.index}
          messages={page.messages}
          isLast={page === pages.at(-1)}
          isNear={pages.indexOf(page) >= pages.length - 2}
          actions={actions}
        />
      ))}
    </KeepPlace>
  )
}

/** The position of the message that was the oldest one at first. */
function useOrigin(messages: readonly Message[]): number {
  const oldestId = messages[0]?.id
  const [originId, setOriginId] = useState(oldestId)
  const origin = messages.findIndex(({ id }) => id === originId)
  if (origin === -1 && originId !== oldestId) setOriginId(oldestId)
  return Math.max(0, origin)
}

interface StoryPageProps extends StoryPagesProps {
  readonly isLast: boolean
  /** Part of the newest turn may be on it. */
  readonly isNear: boolean
}

const StoryPage = memo(function StoryPage({ messages, isLast, isNear, actions }: StoryPageProps) {
  return (
    <div className={styles.page} data-near={isNear || undefined}>
      {messages.map((message, index) =>
        message.role === 'player' ? (
          <PlayerMessage key={message.id} message={message} actions={actions} />
        ) : (
          <Answer
            key={message.id}
            message={message}
            isLast={isLast && index === messages.length - 1}
            actions={actions}
          />
        ),
      )}
    </div>
  )
}, haveSameMessages)

function haveSameMessages(before: StoryPageProps, after: StoryPageProps): boolean {
  return (
    before.isLast === after.isLast &&
    before.isNear === after.isNear &&
    before.actions === after.actions &&
    before.messages.length === after.messages.length &&
    before.messages.every((message, index) => message === after.messages[index])
  )
}
