import { useState } from 'react'

import { ModelReportPanel } from '../components/models/report/ModelReportPanel.tsx'
import type { ReportStart } from '../types/reportStart.ts'
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
  /** Whether it is to be continued; null while no report is offered. */
  const [resume, setResume] = useState<boolean | null>(null)
  const report = stored.data ?? null
  const runsNow = report?.status === 'running'
  if (runsNow !== isRunning) setRunning(runsNow)
  const error = (resume !== null ? expected.error : undefined) ?? started.error ?? canceled.error ?? stored.error

  const handleOffer = (isContinued: boolean) => {
    setResume(isContinued)
    void loadExpected(id)
  }
  const handleStart = (chosen: ReportStart) => {
    setResume(null)
    void start({ id, start: chosen })
  }

  if (stored.isLoading) return null
  return (
    <ModelReportPanel
      report={report}
      offer={resume === null ? null : { expected: expected.isFetching ? null : (expected.data ?? null), resume }}
      error={error === undefined ? null : toUserError(error)}
      onOffer={handleOffer}
      onDismiss={() => setResume(null)}
      onStart={handleStart}
      onCancel={() => void cancel(id)}
    />
  )
}
