import { useState } from 'react'

import { useElapsedSeconds } from '../../../hooks/useElapsedSeconds.ts'
import type { ConnectionTest } from '../../../types/api.ts'
import { testLabel } from '../../common/testLabel.ts'
import styles from './LastTest.module.css'
import { TestSteps } from './TestSteps.tsx'

interface LastTestProps {
  readonly test: ConnectionTest | null
  readonly isRunning: boolean
}

/** What the last test showed and when; opened, its steps. */
export function LastTest({ test, isRunning }: LastTestProps) {
  return (
    <div className={styles.test} role="status">
      {isRunning ? <Running /> : <Result key={test?.testedAt} test={test} />}
    </div>
  )
}

function Running() {
  const seconds = useElapsedSeconds()
  return <>Testing… {seconds > 0 && `${seconds} s`}</>
}

function Result({ test }: { readonly test: ConnectionTest | null }) {
  const [now] = useState(Date.now)
  const words = testLabel(test, now)
  if (test === null) return <>{words}</>
  return (
    <details>
      <summary className={styles.summary} data-failed={!test.ok || undefined}>
        {words}
      </summary>
      <TestSteps steps={test.steps} />
    </details>
  )
}
