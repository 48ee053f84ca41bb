import { playerText } from '../../../text/player.ts'
import type { Message } from '../../../types/api.ts'
import { CopyButton } from '../../common/CopyButton.tsx'
import { firstClick } from '../../common/firstClick.ts'
import type { PlayerActions } from '../playerActions.ts'
import styles from './AnswerActions.module.css'
import { AnswerDetails } from './AnswerDetails.tsx'
import { messageText } from './messageText.ts'
import { hasMarks } from './passageMarks.ts'
import { PinSentence } from './PinSentence.tsx'
import { RetryWith } from './RetryWith.tsx'
import { VersionPager } from './VersionPager.tsx'

interface AnswerActionsProps {
  readonly message: Message
  readonly isLast: boolean
  readonly actions: PlayerActions
}

export function AnswerActions({ message, isLast, actions }: AnswerActionsProps) {
  const text = messageText(message)
  return (
    <div className={styles.actions} role="group" aria-label={playerText('answerActions.label')}>
      <VersionPager message={message} label={playerText('versions.answer')} onChoose={(id) => actions.goTo(id, true)} />
      {message.status === 'done' && (
        <button type="button" className={styles.action} onClick={firstClick(() => actions.retry(message.id))}>
          {playerText('retry')}
        </button>
      )}
      {isLast && hasMarks(message) && (
        <button type="button" className={styles.action} onClick={firstClick(() => actions.retryWithFacts(message.id))}>
          {playerText('answerActions.retryWithFacts')}
        </button>
      )}
      <RetryWith onRetry={(modelConfigId) => actions.retry(message.id, modelConfigId)} />
      {!isLast && (
        <button type="button" className={styles.action} onClick={() => actions.goTo(message.id, false)}>
          {playerText('answerActions.goBack')}
        </button>
      )}
      <button
        type="button"
        className={styles.action}
        title={playerText('answerActions.forkTitle')}
        onClick={firstClick(() => actions.fork(message.id))}
      >
        {playerText('answerActions.fork')}
      </button>
      {text !== '' && <PinSentence text={text} onPin={(words) => actions.pin(message.id, words)} />}
      {text !== '' && <CopyButton text={text} className={styles.action} />}
      {message.model !== null && <AnswerDetails message={message} model={message.model} />}
    </div>
  )
}
