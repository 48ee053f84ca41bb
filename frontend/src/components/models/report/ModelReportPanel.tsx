import { useRef } from 'react'

import { useRestoreFocus } from '../../../hooks/useRestoreFocus.ts'
import { modelReportText } from '../../../text/modelReport.ts'
import type { ExpectedUse, ModelReport } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { Button } from '../../common/buttons/Button.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import panel from '../ModelPanel.module.css'
import styles from './ModelReportPanel.module.css'
import { ReportOffer } from './ReportOffer.tsx'
import { ReportResult } from './ReportResult.tsx'
import type { ReportStart } from '../../../types/reportStart.ts'

interface ModelReportPanelProps {
  /** Null if the model was not measured. */
  readonly report: ModelReport | null
  /** What a report would use, while it is shown; null while it is counted. */
  readonly offer: { readonly expected: ExpectedUse | null; readonly resume: boolean } | null
  readonly error: UserError | null
  /**
   * Shows what a report would cost, before it starts.
   * @param resume whether turns that were measured before stay
   */
  readonly onOffer: (resume: boolean) => void
  readonly onDismiss: () => void
  readonly onStart: (start: ReportStart) => void
  readonly onCancel: () => void
}

/** Measures a saved model in the background, and shows what it is good for. */
export function ModelReportPanel(props: ModelReportPanelProps) {
  const { report, offer, error, onOffer, onDismiss, onStart, onCancel } = props
  const section = useRef<HTMLElement>(null)
  const isRunning = report?.status === 'running'
  useRestoreFocus(section, `${offer === null} ${report?.status ?? ''}`)
  const canGoOn = report !== null && !isRunning && report.done < report.total
  return (
    <section ref={section} className={panel.panel} aria-label={modelReportText('title')} data-focus-group="">
      {!isRunning && offer === null && (
        <div className={panel.head}>
          {canGoOn && (
            <Button variant="outlined" onClick={() => onOffer(true)}>
              {modelReportText('goOn')}
            </Button>
          )}
          <Button variant="outlined" onClick={() => onOffer(false)}>
            {modelReportText(report === null ? 'create' : 'again')}
          </Button>
          {report === null && <span className={panel.note}>{modelReportText('note')}</span>}
        </div>
      )}
      {!isRunning && offer !== null && (
        <ReportOffer
          expected={offer.expected}
          continued={offer.resume ? report : null}
          onStart={onStart}
          onDismiss={onDismiss}
        />
      )}
      {error !== null && <ErrorNotice error={error} />}
      <div role="status">{isRunning && <p className={panel.note}>{modelReportText('running', report)}</p>}</div>
      {isRunning && (
        <div className={panel.head}>
          <progress
            className={styles.progress}
            value={report.done}
            max={report.total}
            aria-label={modelReportText('progress')}
          />
          <Button variant="outlined" size="sm" onClick={onCancel}>
            {modelReportText('cancel')}
          </Button>
        </div>
      )}
      {report !== null && !isRunning && <ReportResult report={report} />}
    </section>
  )
}
