import { usageText } from '../../text/usage.ts'
import type { SentRequest } from '../../types/api.ts'
import { Button } from '../common/buttons/Button.tsx'
import { RequestLink } from './RequestLink.tsx'
import styles from './Usage.module.css'

interface RequestListProps {
  /** Newest first. */
  readonly requests: readonly SentRequest[]
  readonly hrefOf: (request: SentRequest) => string
  /** The number of the answer that a request is part of; 0 if it is part of none. */
  readonly answerOf?: (request: SentRequest) => number
  /** Null if all are shown. */
  readonly onShowOlder: (() => void) | null
}

/** Requests that were sent, each with a link to what was sent. */
export function RequestList({ requests, hrefOf, answerOf = () => 0, onShowOlder }: RequestListProps) {
  const showCost = requests.some(({ cost }) => cost !== null)
  return (
    <section aria-labelledby="requests" className={styles.section}>
      <h2 id="requests" className={styles.heading}>
        {usageText('session.requests')}
      </h2>
      <ul className={styles.requests}>
        {requests.map((request) => (
          <li key={request.id}>
            <RequestLink request={request} href={hrefOf(request)} answer={answerOf(request)} showCost={showCost} />
          </li>
        ))}
      </ul>
      {onShowOlder !== null && (
        <Button variant="quiet" size="sm" onClick={onShowOlder}>
          {usageText('session.older')}
        </Button>
      )}
    </section>
  )
}
