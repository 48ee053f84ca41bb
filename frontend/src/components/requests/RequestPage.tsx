import { Link } from 'wouter'

import { requestText } from '../../text/requests.ts'
import type { SentRequest, SentRequestDetail } from '../../types/api.ts'
import { Figures } from '../common/Figures.tsx'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { formatBytes } from '../common/formatBytes.ts'
import { CopyBlockButton } from './CopyBlockButton.tsx'
import { RequestBar } from './RequestBar.tsx'
import { RequestBlocks } from './RequestBlocks.tsx'
import { requestFigures } from './requestFigures.tsx'
import styles from './RequestPage.module.css'

interface RequestPageProps {
  readonly request: SentRequestDetail
  /** All requests of the same answer, in their order. */
  readonly steps: readonly SentRequest[]
  /** The number of its answer in the session; 0 if it is part of none. */
  readonly answer: number
  /** Why older turns were left out with this request; null if they were not. */
  readonly cut: string | null
  /** The date of the price table; null if it does not matter. */
  readonly priceDate: string | null
  readonly loadBody: () => Promise<string>
  readonly loadBlock: (index: number) => Promise<string>
}

/** A request that was sent: what it held and why, what it used and what it cost. */
export function RequestPage({ request, steps, answer, cut, priceDate, loadBody, loadBlock }: RequestPageProps) {
  const { id, blocks, removed, comparedWith, outcome, errorCode, usageNotice, bytes } = request
  const hasText = bytes > 0
  const figures = requestFigures(request, priceDate).filter(({ key }) => hasText || key === 'time')
  const base = request.sessionId === null ? null : `/sessions/${request.sessionId}`
  return (
    <>
      <nav className={styles.links} aria-label={requestText('sent')}>
        {base === null ? (
          <Link href="/requests">{requestText('others')}</Link>
        ) : (
          <>
            <Link href={base}>{requestText('back')}</Link>
            <Link href={`${base}/requests`}>{requestText('all')}</Link>
          </>
        )}
      </nav>
      <RouteHeading title={requestText('sent')} className={styles.title}>
        {requestText('sent')}
      </RouteHeading>
      <p className={styles.lead}>{leadOf(request, answer)}</p>
      {steps.length > 1 && base !== null && (
        <nav className={styles.steps} aria-label={requestText('steps')}>
          {steps.map((step, at) => (
            <Link
              key={step.id}
              href={`${base}/requests/${step.id}`}
              className={styles.step}
              aria-current={step.id === id ? 'page' : undefined}
            >
              {requestText('step', { step: at + 1 })}
            </Link>
          ))}
        </nav>
      )}
      <Figures figures={figures} />
      {outcome === 'stopped' && <p className={styles.warning}>{requestText('outcome.stopped')}</p>}
      {outcome === 'failed' && (
        <p className={styles.warning}>{requestText('outcome.failed', { code: errorCode ?? '' })}</p>
      )}
      {usageNotice !== null && <p className={styles.warning}>{usageNotice}</p>}
      {cut !== null && <p className={styles.remark}>{requestText('cut', { reason: cut })}</p>}
      {!hasText ? (
        <p className={styles.gone}>{requestText('none.text')}</p>
      ) : blocks === null ? (
        <div className={styles.gone}>
          <p>{requestText('gone.title')}</p>
          <p className={styles.remark}>
            {requestText.rich('gone.hint', { link: (words) => <Link href="/settings#requests">{words}</Link> })}
          </p>
        </div>
      ) : (
        <>
          <RequestBar blocks={blocks} />
          <p className={styles.body}>
            <CopyBlockButton label={requestText('body.copy')} load={loadBody} />
            <a href={`/api/requests/${id}/body`} target="_blank" rel="noreferrer">
              {requestText('body.open')}
            </a>
            <span className={styles.remark}>{requestText('body.note', { bytes: formatBytes(bytes) })}</span>
          </p>
          <RequestBlocks
            key={id}
            blocks={blocks}
            removed={removed}
            beforeHref={comparedWith === null || base === null ? null : `${base}/requests/${comparedWith}`}
            onCopy={loadBlock}
          />
        </>
      )}
    </>
  )
}

/** Which request it is. */
function leadOf({ purpose, blocks, model, startedAt }: SentRequestDetail, answer: number): string {
  const time = new Date(startedAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'medium' })
  const shown = { model: model.label, time }
  if (purpose !== 'turn' || blocks === null) {
    return numbered(requestText('lead.other', { purpose: requestText(`purpose.${purpose}`), ...shown }), answer)
  }
  const sections = blocks.flatMap((block) => block.sections)
  const turn = sections.findLast(({ reason }) => reason === 'player')?.turn
  const lead = turn === undefined ? requestText('lead.opening', shown) : requestText('lead.turn', { turn, ...shown })
  return numbered(lead, answer)
}

/** Answers have the numbers of the list of requests: a retry is another answer to the same turn. */
const numbered = (lead: string, answer: number): string =>
  answer === 0 ? lead : requestText('lead.answer', { answer, lead })
