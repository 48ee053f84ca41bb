import { useEffect, useRef, useState } from 'react'

import { Button } from '../../common/buttons/Button.tsx'
import { commonText } from '../../../text/common.ts'
import { modelsText } from '../../../text/models.ts'
import type { ConnectionTest, TestStep } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { CopyButton } from '../../common/CopyButton.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import styles from './ConnectionTestPanel.module.css'
import type { RequestResult } from '../form/formTypes.ts'
import { formatTestReport } from './formatTestReport.ts'
import { TestRunning } from './TestRunning.tsx'
import { TestSteps } from './TestSteps.tsx'

interface ConnectionTestPanelProps {
  /** Tests the form's values and reports each step when it is done. Null if a required value is missing. */
  readonly onTest: (onStep: (step: TestStep) => void) => Promise<RequestResult<ConnectionTest>> | null
}

type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly steps: readonly TestStep[] }
  | { readonly kind: 'done'; readonly test: ConnectionTest }
  | { readonly kind: 'failed'; readonly error: UserError }

/** Tests the form's values step by step, without saving them. */
export function ConnectionTestPanel({ onTest }: ConnectionTestPanelProps) {
  const [state, setState] = useState<State>({ kind: 'none' })
  const run = useRef(0)
  useEffect(() => () => void (run.current += 1), [])

  const handleTest = async () => {
    run.current += 1
    const mine = run.current
    setState({ kind: 'running', steps: [] })
    const request = onTest((step) => {
      if (run.current !== mine) return
      setState((before) => ({ kind: 'running', steps: before.kind === 'running' ? [...before.steps, step] : [step] }))
    })
    if (request === null) {
      setState({ kind: 'none' })
      return
    }
    const result = await request
    if (run.current !== mine) return
    setState('answer' in result ? { kind: 'done', test: result.answer } : { kind: 'failed', error: result.error })
  }

  const steps = state.kind === 'running' ? state.steps : state.kind === 'done' ? state.test.steps : []
  return (
    <section className={styles.panel} aria-label={modelsText('test.label')}>
      <div className={styles.head}>
        <Button variant="outlined" aria-disabled={state.kind === 'running'} onClick={() => void handleTest()}>
          {commonText('modelActions.test')}
        </Button>
        <span className={styles.note}>{state.kind === 'running' ? <TestRunning /> : modelsText('test.note')}</span>
      </div>
      <div aria-live="polite">
        {steps.length > 0 && <TestSteps steps={steps} />}
        {state.kind === 'done' && (
          <p className={styles.verdict} data-ok={state.test.status !== 'failed' || undefined}>
            {modelsText(`test.${state.test.status}`)}{' '}
            <CopyButton label={modelsText('test.copy')} text={formatTestReport(state.test)} className={styles.copy} />
          </p>
        )}
        {state.kind === 'failed' && <ErrorNotice error={state.error} />}
      </div>
    </section>
  )
}
