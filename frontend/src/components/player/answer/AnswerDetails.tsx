import { Fragment } from 'react'
import { Link, useLocation } from 'wouter'

import { playerText } from '../../../text/player.ts'
import type { Message, ModelSnapshot } from '../../../types/api.ts'
import { narratorLabel } from '../../common/narratorLabel.ts'
import styles from './AnswerDetails.module.css'
import { countWords } from './countWords.ts'
import { DriftRows } from './DriftRows.tsx'
import { FailedCalls } from './FailedCalls.tsx'
import { messageText } from './messageText.ts'
import { usageText } from './usageText.ts'
import { WithdrawnTexts } from './WithdrawnTexts.tsx'
import { isBuiltin } from '../../common/isBuiltin.ts'

interface AnswerDetailsProps {
  readonly message: Message
  readonly model: ModelSnapshot
}

/** The narrator's name; opened, what is known of the request. */
export function AnswerDetails({ message, model }: AnswerDetailsProps) {
  const duration = durationText(message)
  const usage = usageText(message.usage)
  const [session] = useLocation()
  return (
    <details className={styles.details}>
      <summary className={styles.summary} dir="auto">
        {narratorLabel(model.provider, model.configName)}
      </summary>
      <dl className={styles.list}>
        {!isBuiltin(model.provider) && (
          <>
            <dt>{playerText('answerDetails.model')}</dt>
            <dd dir="auto">{modelText(model)}</dd>
          </>
        )}
        {model.host !== null && (
          <>
            <dt>{playerText('answerDetails.host')}</dt>
            <dd>{model.host}</dd>
          </>
        )}
        {duration !== null && (
          <>
            <dt>{playerText('answerDetails.duration')}</dt>
            <dd>{duration}</dd>
          </>
        )}
        <dt>{playerText('answerDetails.words')}</dt>
        <dd>{countWords(messageText(message))}</dd>
        {usage !== '' && (
          <>
            <dt>{playerText('answerDetails.tokens')}</dt>
            <dd>{usage}</dd>
          </>
        )}
        <DriftRows findings={message.driftFindings ?? []} />
        <WithdrawnTexts parts={message.parts} />
        <FailedCalls parts={message.parts} />
        {model.notices?.map((notice) => (
          <Fragment key={notice}>
            <dt>{playerText('answerDetails.note')}</dt>
            <dd dir="auto">{notice}</dd>
          </Fragment>
        ))}
      </dl>
      {!isBuiltin(model.provider) && (
        <Link href={`${session}/answers/${message.id}`} className={styles.link}>
          {playerText('answerDetails.sent')}
        </Link>
      )}
    </details>
  )
}

/** Routers answer with another model than the requested one, and so do providers for retired names. */
function modelText({ requestedModel, answeringModel }: ModelSnapshot): string {
  if (answeringModel === null || answeringModel === requestedModel) return requestedModel
  return playerText('answerDetails.requestedModel', { answering: answeringModel, requested: requestedModel })
}

function durationText({ createdAt, finishedAt }: Message): string | null {
  if (finishedAt === null) return null
  const seconds = (Date.parse(finishedAt) - Date.parse(createdAt)) / 1000
  return playerText('answerDetails.seconds', { seconds: seconds.toFixed(1) })
}
