import { Button } from '@mantine/core'

import type { TurnError } from '../../../types/api.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import styles from './TurnErrorNotice.module.css'

interface TurnErrorNoticeProps {
  readonly error: TurnError
  readonly onRetry: () => void
}

export function TurnErrorNotice({ error, onRetry }: TurnErrorNoticeProps) {
  return (
    <ErrorNotice error={error}>
      <Button variant="default" size="sm" onClick={onRetry}>
        Retry
      </Button>
      {error.providerMessage !== undefined && (
        <details className={styles.provider}>
          <summary className={styles.summary}>What the provider said</summary>
          <p className={styles.said}>
            {error.host !== undefined && `${error.host}: `}
            {error.providerMessage}
          </p>
        </details>
      )}
    </ErrorNotice>
  )
}
