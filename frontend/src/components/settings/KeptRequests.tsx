import { useRef, useState } from 'react'

import { keptRequestsText } from '../../text/keptRequests.ts'
import type { KeptRequestTexts, RequestSettings } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { formatBytes } from '../common/formatBytes.ts'
import styles from './KeptRequests.module.css'
import { RadioField } from './RadioField.tsx'

type KeepTexts = RequestSettings['keepTexts']

interface KeptRequestsProps {
  readonly keepTexts: KeepTexts
  readonly kept: KeptRequestTexts
  readonly onChange: (keepTexts: KeepTexts) => Promise<UserError | null>
  readonly onRemove: () => Promise<UserError | null>
}

const CHOICES = ['30-days', 'always', 'never'] as const

/** How long the text of requests is kept, and what is kept now. */
export function KeptRequests({ keepTexts, kept, onChange, onRemove }: KeptRequestsProps) {
  const [error, setError] = useState<UserError | null>(null)
  const [isAsking, setAsking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const { requests, bytes } = kept
  return (
    <section id="requests" aria-labelledby="kept-requests" className={styles.section}>
      <h2 id="kept-requests" ref={heading} tabIndex={-1} className={styles.heading}>
        {keptRequestsText('title')}
      </h2>
      <p>{keptRequestsText('lead')}</p>
      <RadioField
        label={keptRequestsText('label')}
        choices={CHOICES.map((value) => ({
          value,
          label: keptRequestsText(value),
          hint: keptRequestsText(`${value}Hint`),
        }))}
        value={keepTexts}
        onChange={(value) => void onChange(value).then(setError)}
      />
      <p role="status">{keptRequestsText('now', { requests, bytes: formatBytes(bytes) })}</p>
      {error !== null && <ErrorNotice error={error} />}
      {isAsking ? (
        <div role="group" aria-labelledby="kept-requests-question" className={styles.question}>
          <p id="kept-requests-question">{keptRequestsText('question', { requests })}</p>
          <div className={styles.actions}>
            <Button
              size="sm"
              onClick={() => {
                setAsking(false)
                heading.current?.focus()
                void onRemove().then(setError)
              }}
            >
              {keptRequestsText('confirm')}
            </Button>
            <Button autoFocus variant="quiet" size="sm" onClick={() => setAsking(false)}>
              {keptRequestsText('keep')}
            </Button>
          </div>
        </div>
      ) : (
        requests > 0 && (
          <Button variant="outlined" size="sm" onClick={() => setAsking(true)}>
            {keptRequestsText('remove')}
          </Button>
        )
      )}
    </section>
  )
}
