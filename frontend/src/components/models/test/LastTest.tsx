import { useState } from 'react'

import type { ConnectionTest } from '../../../types/api.ts'
import { testLabel } from '../../common/testLabel.ts'
import styles from './LastTest.module.css'
import { TestRunning } from './TestRunning.tsx'
import { TestSteps } from './TestSteps.tsx'

interface LastTestProps {
  readonly test: ConnectionTest | null
  readonly isRunning: boolean
}

/** The last test's result and time. It opens to show the steps. */
export function LastTest({ test, isRunning }: LastTestProps) {
  return (
    <div className={styles.test} role="status">
      {isRunning ? <TestRunning /> : <Result key={test?.testedAt} test={test} />}
    </div>
  )
}

function Result({ test }: { readonly test: ConnectionTest | null }) {
  const [now] = useState(Date.now)
  const label = testLabel(test, now)
  if (test === null) return <>{label}</>
  return (
    <details>
      <summary className={styles.summary} data-failed={test.status === 'failed' || undefined}>
        {label}
      </summary>
      <TestSteps steps={test.steps} />
    </details>
  )
}
