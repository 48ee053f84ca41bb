import { memo } from 'react'

import type { Message } from '../../../types/api.ts'
import { Answer } from '../answer/Answer.tsx'
import type { PlayerActions } from '../playerActions.ts'
import { PlayerMessage } from '../message/PlayerMessage.tsx'
import styles from './StoryPages.module.css'

/** While text arrives, only the messages of the last page are compared. */
const MESSAGES_PER_PAGE = 20

interface StoryPagesProps {
  readonly messages: readonly Message[]
  readonly actions: PlayerActions
}

/** The messages, in pages of which only the last renders again while text arrives. */
export function StoryPages({ messages, actions }: StoryPagesProps) {
  const count = Math.ceil(messages.length / MESSAGES_PER_PAGE)
  return Array.from({ length: count }, (_, index) => (
    <StoryPage
      key={index}
      messages={messages.slice(index * MESSAGES_PER_PAGE, (index + 1) * MESSAGES_PER_PAGE)}
      isFirst={index === 0}
      isLast={index === count - 1}
      actions={actions}
    />
  ))
}

interface StoryPageProps extends StoryPagesProps {
  readonly isFirst: boolean
  readonly isLast: boolean
}

const StoryPage = memo(function StoryPage({ messages, isFirst, isLast, actions }: StoryPageProps) {
  return (
    <div className={styles.page} data-last={isLast || undefined}>
      {messages.map((message, index) =>
        message.role === 'player' ? (
          <PlayerMessage key={message.id} message={message} actions={actions} />
        ) : (
          <Answer
            key={message.id}
            message={message}
            isOpening={isFirst && index === 0}
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
    before.actions === after.actions &&
    before.messages.length === after.messages.length &&
    before.messages.every((message, index) => message === after.messages[index])
  )
}
