import { memo } from 'react'

import { playerText } from '../../../text/player.ts'
import type { Message } from '../../../types/api.ts'
import { Ornament } from '../../common/Ornament.tsx'
import styles from './Answer.module.css'
import { AnswerActions } from './AnswerActions.tsx'
import { type AnswerBlock, answerBlocks } from './answerBlocks.ts'
import { AnswerStatus } from './AnswerStatus.tsx'
import { messageElementId } from '../messageElementId.ts'
import type { PlayerActions } from '../playerActions.ts'
import type { PassageMark } from '../prose/placeMarks.ts'
import { Prose } from '../prose/Prose.tsx'
import { ReceiptLine } from '../receipt/ReceiptLine.tsx'
import { Thinking } from './Thinking.tsx'
import { NarratorStatus } from './NarratorStatus.tsx'
import { hasMarks, passageMarks } from './passageMarks.ts'

interface AnswerProps {
  readonly message: Message
  readonly isLast: boolean
  readonly actions: PlayerActions
}

/** The narrator's text with the receipts of what the engine did. */
export const Answer = memo(function Answer({ message, isLast, actions }: AnswerProps) {
  const blocks = answerBlocks(message)
  const isStreaming = message.status === 'streaming'
  return (
    <article
      id={messageElementId(message.id)}
      className={styles.answer}
      tabIndex={-1}
      data-focus-fallback=""
      data-role="narrator"
      data-opening={message.parentId === null || undefined}
      data-last={isLast || undefined}
      aria-label={playerText('narrator')}
      aria-busy={isStreaming || undefined}
    >
      {blocks.map((block, index) => (
        <AnswerPart
          key={block.id}
          block={block}
          isLive={isStreaming && index === blocks.length - 1}
          marks={hasMarks(message) ? passageMarks(message, block.id) : undefined}
        />
      ))}
      {isStreaming && blocks.at(-1)?.kind !== 'text' && <NarratorStatus message={message} />}
      <AnswerStatus
        message={message}
        onRetry={() => actions.retry(message.id)}
        onContinueWithBuiltin={() => actions.continueWithBuiltin(hasApplied(message) ? null : message.id)}
      />
      {!isStreaming && <AnswerActions message={message} isLast={isLast} actions={actions} />}
    </article>
  )
})

/** What was applied stays: another version would begin without it. */
const hasApplied = ({ receipts }: Message): boolean => receipts.some(({ receipt }) => receipt.result === 'applied')

interface AnswerPartProps {
  readonly block: AnswerBlock
  readonly isLive: boolean
  readonly marks: readonly PassageMark[] | undefined
}

function AnswerPart({ block, isLive, marks }: AnswerPartProps) {
  switch (block.kind) {
    case 'text':
      return <Prose text={block.text} isLive={isLive} {...(marks !== undefined && { marks })} />
    case 'thinking':
      return <Thinking part={block.part} />
    case 'receipt':
      return <ReceiptLine entry={block.entry} isRepeated={block.isRepeated} />
    case 'new-place':
      return <Ornament />
  }
}
