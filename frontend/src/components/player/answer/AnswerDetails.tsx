import { Fragment } from 'react'

import type { Message, ModelSnapshot } from '../../../types/api.ts'
import { narratorLabel } from '../../common/narratorLabel.ts'
import styles from './AnswerDetails.module.css'
import { countWords } from './countWords.ts'
import { tellText } from './messageText.ts'

interface AnswerDetailsProps {
  readonly message: Message
  readonly model: ModelSnapshot
}

/** Who told it. */
export function AnswerDetails({ message, model }: AnswerDetailsProps) {
  const seconds = tellDuration(message)
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{narratorLabel(model.provider, model.configName)}</summary>
      <dl className={styles.list}>
        <dt>Model</dt>
        <dd>{tellModel(model)}</dd>
        {model.host !== null && (
          <>
            <dt>Asked at</dt>
            <dd>{model.host}</dd>
          </>
        )}
        {seconds !== null && (
          <>
            <dt>Time</dt>
            <dd>{seconds}</dd>
          </>
        )}
        <dt>Words</dt>
        <dd>{countWords(tellText(message))}</dd>
        {message.usage?.outputTokens != null && (
          <>
            <dt>Tokens</dt>
            <dd>
              {message.usage.inputTokens ?? '?'} read, {message.usage.outputTokens} written
            </dd>
          </>
        )}
        {model.notices?.map((notice) => (
          <Fragment key={notice}>
            <dt>Noted</dt>
            <dd>{notice}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  )
}

/** Routers and retired names: who answers may be another than was asked. */
function tellModel({ requestedModel, answeringModel }: ModelSnapshot): string {
  if (answeringModel === null || answeringModel === requestedModel) return requestedModel
  return `${answeringModel}, asked for as ${requestedModel}`
}

function tellDuration({ createdAt, finishedAt }: Message): string | null {
  if (finishedAt === null) return null
  return `${((Date.parse(finishedAt) - Date.parse(createdAt)) / 1000).toFixed(1)} s`
}
