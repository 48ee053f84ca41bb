import type { Message } from '../../../types/api.ts'
import styles from './AnswerActions.module.css'
import { AnswerDetails } from './AnswerDetails.tsx'
import { CopyButton } from '../../common/CopyButton.tsx'
import type { PlayerActions } from '../playerActions.ts'
import { RetryWith } from './RetryWith.tsx'
import { VersionPager } from './VersionPager.tsx'
import { tellText } from './messageText.ts'

interface AnswerActionsProps {
  readonly message: Message
  readonly isLast: boolean
  readonly actions: PlayerActions
}

/** What can be done with an answer; never louder than its prose. */
export function AnswerActions({ message, isLast, actions }: AnswerActionsProps) {
  const text = tellText(message)
  return (
    <div className={styles.actions} role="group" aria-label="This answer">
      <VersionPager message={message} noun="answer" onChoose={(id) => actions.goTo(id, true)} />
      {message.status === 'done' && (
        <button type="button" className={styles.action} onClick={() => actions.retry(message.id)}>
          Retry
        </button>
      )}
      <RetryWith onRetry={(modelConfigId) => actions.retry(message.id, modelConfigId)} />
      {!isLast && (
        <button type="button" className={styles.action} onClick={() => actions.goTo(message.id, false)}>
          Undo to here
        </button>
      )}
      <button type="button" className={styles.action} onClick={() => actions.fork(message.id)}>
        Fork
      </button>
      {text !== '' && <CopyButton text={text} className={styles.action} />}
      {message.model !== null && <AnswerDetails message={message} model={message.model} />}
    </div>
  )
}
