import { useRef } from 'react'

import { useRestoreFocus } from '../../hooks/useRestoreFocus.ts'
import { gamebookText } from '../../text/gamebook.ts'
import type { CheckProgress, GamebookCheck } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import styles from './CheckDetails.module.css'
import { CheckResult } from './CheckResult.tsx'
import listStyles from './DiagnosticList.module.css'

export type CheckState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly progress: CheckProgress | null }
  | { readonly kind: 'canceled' }
  | { readonly kind: 'done'; readonly check: GamebookCheck }
  | { readonly kind: 'failed'; readonly error: UserError }

interface CheckDetailsProps {
  readonly state: CheckState
  /** Called when the details are opened for the first time: the check takes a while, so it is not run before. */
  readonly onStart: () => void
  readonly onCancel: () => void
}

/** The checker's findings for the author. Closed at first, since they contain spoilers. */
export function CheckDetails({ state, onStart, onCancel }: CheckDetailsProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useRestoreFocus(details, state.kind)
  const handleToggle = (isOpen: boolean) => {
    if (isOpen && state.kind === 'none') onStart()
  }
  const canStart = state.kind === 'canceled' || state.kind === 'failed'
  return (
    <details ref={details} className={listStyles.details} onToggle={(event) => handleToggle(event.currentTarget.open)}>
      <summary className={listStyles.summary}>{gamebookText('check.title')}</summary>
      {state.kind === 'failed' && <ErrorNotice error={state.error} />}
      <div role="status" className={styles.status}>
        {state.kind === 'running' && <p className={listStyles.hint}>{gamebookText('check.running')}</p>}
        {state.kind === 'canceled' && <p className={listStyles.hint}>{gamebookText('check.canceled')}</p>}
        {state.kind === 'done' && (
          <p className={styles.headline} tabIndex={-1} data-focus-fallback="">
            {state.check.summary?.headline ?? gamebookText('check.hasErrors')}
          </p>
        )}
      </div>
      {state.kind === 'running' && state.progress !== null && <RunningCheck progress={state.progress} />}
      {(state.kind === 'running' || canStart) && (
        <p className={styles.actions}>
          <Button variant="outlined" size="sm" onClick={canStart ? onStart : onCancel}>
            {gamebookText(canStart ? 'check.again' : 'check.cancel')}
          </Button>
        </p>
      )}
      {state.kind === 'done' && <CheckResult check={state.check} />}
    </details>
  )
}

function RunningCheck({ progress: { share, text } }: { readonly progress: CheckProgress }) {
  return (
    <div className={styles.progress}>
      {share !== null && <progress value={Math.min(1, share)} aria-label={gamebookText('check.progress')} />}
      <p className={listStyles.position}>{text}</p>
    </div>
  )
}
