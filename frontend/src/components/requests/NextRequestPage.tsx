import { Link } from 'wouter'

import { requestText } from '../../text/requests.ts'
import type { NextRequest } from '../../types/api.ts'
import { Field } from '../common/Field.tsx'
import { Figures } from '../common/Figures.tsx'
import { formatBytes } from '../common/formatBytes.ts'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { formatMoney } from '../usage/formatMoney.ts'
import { CopyBlockButton } from './CopyBlockButton.tsx'
import { RequestBar } from './RequestBar.tsx'
import { RequestBlocks } from './RequestBlocks.tsx'
import { priceText } from './requestFigures.tsx'
import styles from './RequestPage.module.css'

interface NextRequestPageProps {
  readonly sessionId: string
  readonly request: NextRequest
  /** The message with which it would be sent. */
  readonly text: string
  readonly onChangeText: (text: string) => void
  readonly loadBody: () => Promise<string>
  readonly loadBlock: (index: number) => Promise<string>
}

/** What would be sent with the next message. */
export function NextRequestPage(props: NextRequestPageProps) {
  const { sessionId, request, text, onChangeText, loadBody, loadBlock } = props
  const { blocks, removed, comparedWith, bytes, tokens, cost } = request
  const base = `/sessions/${sessionId}`
  const isNothing = bytes === 0
  return (
    <>
      <nav className={styles.links} aria-label={requestText('next')}>
        <Link href={base}>{requestText('back')}</Link>
        <Link href={`${base}/requests`}>{requestText('all')}</Link>
      </nav>
      <RouteHeading title={requestText('next')} className={styles.title}>
        {requestText('next')}
      </RouteHeading>
      {isNothing ? (
        <p className={styles.empty}>{requestText('none.builtin')}</p>
      ) : (
        <>
          <p className={styles.lead}>{requestText('lead.next')}</p>
          <div className={styles.message}>
            <Field label={requestText('message.label')} hint={requestText('message.hint')}>
              {(control) => (
                <textarea
                  {...control}
                  className={styles.words}
                  dir="auto"
                  rows={2}
                  maxLength={20_000}
                  value={text}
                  onChange={(event) => onChangeText(event.target.value)}
                />
              )}
            </Field>
          </div>
          <Figures
            figures={[
              {
                key: 'sent',
                label: requestText('figures.sent'),
                value: requestText('blocks.count', { tokens }),
                note: requestText('figures.sentEstimate', { bytes: formatBytes(bytes) }),
              },
              {
                key: 'cost',
                label: requestText('figures.costNext'),
                value: cost === null ? requestText('figures.unknown') : formatMoney(cost.amount, cost.currency),
                note:
                  cost === null ? (
                    <Link href="/usage#models">{requestText('figures.setPrice')}</Link>
                  ) : (
                    `${requestText('figures.costNextNote')}, ${priceText(cost, null)}`
                  ),
              },
            ]}
          />
          <RequestBar blocks={blocks ?? []} />
          <p className={styles.body}>
            <CopyBlockButton label={requestText('body.copy')} load={loadBody} />
            <span className={styles.remark}>{requestText('body.note', { bytes: formatBytes(bytes) })}</span>
          </p>
          <RequestBlocks
            blocks={blocks ?? []}
            removed={removed}
            beforeHref={comparedWith === null ? null : `${base}/requests/${comparedWith}`}
            onCopy={loadBlock}
          />
        </>
      )}
    </>
  )
}
