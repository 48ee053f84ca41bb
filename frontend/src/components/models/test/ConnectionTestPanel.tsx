import { useEffect, useRef, useState } from 'react'

import { Button } from '../../common/buttons/Button.tsx'
import { commonText } from '../../../text/common.ts'
import { modelsText } from '../../../text/models.ts'
import type { ConnectionTest, Proposal, TestStep } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { CopyButton } from '../../common/CopyButton.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import panel from '../ModelPanel.module.css'
import styles from './ConnectionTestPanel.module.css'
import type { RequestResult } from '../form/formTypes.ts'
import { formatTestReport } from './formatTestReport.ts'
import { TestRunning } from './TestRunning.tsx'
import { TestSteps } from './TestSteps.tsx'

interface ConnectionTestPanelProps {
  /** The form's values as one text. A result for other values is out of date. */
  readonly settings: string
  /** Tests the form's values and reports each step when it is done. Null if a required value is missing. */
  readonly onTest: (
    onStep: (step: TestStep) => void,
    onLoading: () => void,
  ) => Promise<RequestResult<ConnectionTest>> | null
  /** Makes a change in the form that a test proposed. */
  readonly onApply: (proposal: Proposal) => void
}

type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly steps: readonly TestStep[]; readonly isLoading: boolean }
  | { readonly kind: 'done'; readonly settings: string; readonly test: ConnectionTest }
  | { readonly kind: 'failed'; readonly settings: string; readonly error: UserError }

type Running = Extract<State, { kind: 'running' }>

/** Tests the form's values step by step, without saving them. */
export function ConnectionTestPanel({ settings, onTest, onApply }: ConnectionTestPanelProps) {
  const [latest, setState] = useState<State>({ kind: 'none' })
  const isOutdated = 'settings' in latest && latest.settings !== settings
  const state: State = isOutdated ? { kind: 'none' } : latest
  const run = useRef(0)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => () => void (run.current += 1), [])

  const handleTest = async () => {
    run.current += 1
    const mine = run.current
    setState({ kind: 'running', steps: [], isLoading: false })
    const update = (change: (before: Running) => Running) => {
      if (run.current === mine) setState((before) => (before.kind === 'running' ? change(before) : before))
    }
    const request = onTest(
      (step) => update((before) => ({ ...before, steps: [...before.steps, step], isLoading: false })),
      () => update((before) => ({ ...before, isLoading: true })),
    )
    if (request === null) {
      setState({ kind: 'none' })
      return
    }
    const result = await request
    if (run.current !== mine) return
    setState(
      'answer' in result
        ? { kind: 'done', settings, test: result.answer }
        : { kind: 'failed', settings, error: result.error },
    )
  }

  const handleApply = (proposal: Proposal) => {
    onApply(proposal)
    button.current?.focus()
  }

  const steps = state.kind === 'running' ? state.steps : state.kind === 'done' ? state.test.steps : []
  return (
    <section className={panel.panel} aria-label={modelsText('test.label')}>
      <div className={panel.head}>
        <Button
          ref={button}
          variant="outlined"
          aria-disabled={state.kind === 'running'}
          onClick={() => void handleTest()}
        >
          {commonText('modelActions.test')}
        </Button>
        <span className={panel.note}>
          {state.kind === 'running' ? <TestRunning isLoading={state.isLoading} /> : modelsText('test.note')}
        </span>
      </div>
      <div aria-live="polite">
        {steps.length > 0 && <TestSteps steps={steps} {...(state.kind === 'done' && { onApply: handleApply })} />}
        {isOutdated && <p>{modelsText('test.changed')}</p>}
        {state.kind === 'done' && (
          <p className={styles.verdict} data-ok={state.test.status !== 'failed' || undefined}>
            <span>{modelsText(`test.${state.test.status}`)}</span>
            <CopyButton label={modelsText('test.copy')} text={formatTestReport(state.test)} className={styles.copy} />
          </p>
        )}
        {state.kind === 'failed' && <ErrorNotice error={state.error} />}
      </div>
    </section>
  )
}
