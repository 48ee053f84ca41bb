import { useState } from 'react'

import { ModelReportPanel } from '../components/models/report/ModelReportPanel.tsx'
import {
  useCancelModelReportMutation,
  useGetModelReportQuery,
  useLazyGetExpectedUseQuery,
  useStartModelReportMutation,
} from '../services/modelReport.ts'
import { toUserError } from '../services/toUserError.ts'

const POLL_MS = 1000

/** The report on a saved model. While it is measured, its progress is read again and again. */
export function ModelReportSection({ modelConfigId: id }: { readonly modelConfigId: string }) {
  const [isRunning, setRunning] = useState(false)
  const stored = useGetModelReportQuery(id, {
    refetchOnMountOrArgChange: true,
    ...(isRunning && { pollingInterval: POLL_MS }),
  })
  const [loadExpected, expected] = useLazyGetExpectedUseQuery()
  const [start, started] = useStartModelReportMutation()
  const [cancel, canceled] = useCancelModelReportMutation()
  const [isOffered, setOffered] = useState(false)
  const report = stored.data ?? null
  const runsNow = report?.status === 'running'
  if (runsNow !== isRunning) setRunning(runsNow)
  const error = (isOffered ? expected.error : undefined) ?? started.error ?? canceled.error ?? stored.error

  const handleOffer = () => {
    setOffered(true)
    void loadExpected(id)
  }
  const handleStart = (resume: boolean) => {
    setOffered(false)
    void start({ id, resume })
  }

  if (stored.isLoading) return null
  return (
    <ModelReportPanel
      report={report}
      offer={isOffered ? { expected: expected.isFetching ? null : (expected.data ?? null) } : null}
      error={error === undefined ? null : toUserError(error)}
      onOffer={handleOffer}
      onDismiss={() => setOffered(false)}
      onStart={handleStart}
      onCancel={() => void cancel(id)}
    />
  )
}
