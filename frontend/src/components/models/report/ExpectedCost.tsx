import { modelReportText } from '../../../text/modelReport.ts'
import type { ExpectedUse } from '../../../types/api.ts'
import { Button } from '../../common/buttons/Button.tsx'
import { formatMoney } from '../../usage/formatMoney.ts'
import panel from '../ModelPanel.module.css'
import styles from './ModelReportPanel.module.css'

interface ExpectedCostProps {
  /** Null while it is counted. */
  readonly expected: ExpectedUse | null
  readonly onStart: () => void
  readonly onDismiss: () => void
}

/** What a report will cost, about, before anything is sent. */
export function ExpectedCost({ expected, onStart, onDismiss }: ExpectedCostProps) {
  return (
    <div className={styles.offer}>
      <div role="status">
        {expected === null ? (
          <p className={panel.note}>{modelReportText('expected.counting')}</p>
        ) : (
          <>
            <p>{describeCost(expected)}</p>
            <p className={panel.note}>
              {modelReportText('expected.use', {
                requests: expected.requests,
                input: rounded(expected.inputTokens),
                output: rounded(expected.outputTokens),
              })}
            </p>
          </>
        )}
      </div>
      <div className={panel.head}>
        <Button aria-disabled={expected === null} onClick={expected === null ? undefined : onStart}>
          {modelReportText('expected.start')}
        </Button>
        <Button variant="quiet" onClick={onDismiss}>
          {modelReportText('expected.notNow')}
        </Button>
      </div>
    </div>
  )
}

function describeCost({ cost, currency }: ExpectedUse): string {
  if (cost === null || currency === null) return modelReportText('expected.unknown')
  return modelReportText('expected.cost', { cost: formatMoney(cost, currency) })
}

/** An estimate has no exact digits. */
const rounded = (tokens: number): number => Number(tokens.toPrecision(2))
