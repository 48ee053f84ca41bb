import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

import { useElapsedSeconds } from '../../../hooks/useElapsedSeconds.ts'
import type { ConnectionTest, TestStep } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { CopyButton } from '../../common/CopyButton.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import styles from './ConnectionTestPanel.module.css'
import type { RequestResult } from '../form/formTypes.ts'
import { formatTestReport } from './formatTestReport.ts'
import { TestSteps } from './TestSteps.tsx'

interface ConnectionTestPanelProps {
  /** Asks the model as the form stands; a step is told when it is done. Null: something is missing for that. */
  readonly onTest: (onStep: (step: TestStep) => void) => Promise<RequestResult<ConnectionTest>> | null
}

type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly steps: readonly TestStep[] }
  | { readonly kind: 'done'; readonly test: ConnectionTest }
  | { readonly kind: 'failed'; readonly trouble: UserError }

/** Asks the model step by step, without saving anything. */
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
    const asked = await request
    if (run.current !== mine) return
    setState('answer' in asked ? { kind: 'done', test: asked.answer } : { kind: 'failed', trouble: asked.trouble })
  }

  const steps = state.kind === 'running' ? state.steps : state.kind === 'done' ? state.test.steps : []
  return (
    <section className={styles.panel} aria-label="Connection test">
      <div className={styles.head}>
        <Button variant="default" aria-disabled={state.kind === 'running'} onClick={() => void handleTest()}>
          Test the connection
        </Button>
        <span className={styles.note}>
          {state.kind === 'running' ? <Asking /> : 'Asks with what stands above; nothing is saved.'}
        </span>
      </div>
      <div aria-live="polite">
        {steps.length > 0 && <TestSteps steps={steps} />}
        {state.kind === 'done' && (
          <p className={styles.verdict} data-ok={state.test.ok || undefined}>
            {state.test.ok ? 'This model can tell a story.' : 'This model cannot tell a story as it stands.'}{' '}
            <CopyButton label="Copy the result" text={formatTestReport(state.test)} className={styles.copy} />
          </p>
        )}
        {state.kind === 'failed' && <ErrorNotice trouble={state.trouble} />}
      </div>
    </section>
  )
}

function Asking() {
  const seconds = useElapsedSeconds()
  return <>Asking… {seconds > 0 && `${seconds} s`}</>
}
