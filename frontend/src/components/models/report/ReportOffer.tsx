import { useState } from 'react'

import { pressedKey } from '../../../hooks/pressedKey.ts'
import { modelReportText } from '../../../text/modelReport.ts'
import type { ExpectedUse, ModelReport } from '../../../types/api.ts'
import { Button } from '../../common/buttons/Button.tsx'
import { TextField } from '../../common/TextField.tsx'
import { formatMoney } from '../../usage/formatMoney.ts'
import panel from '../ModelPanel.module.css'
import styles from './ModelReportPanel.module.css'
import type { ReportStart } from '../../../types/reportStart.ts'

interface ReportOfferProps {
  /** Null while it is estimated. */
  readonly expected: ExpectedUse | null
  /** The report that is continued; null for a new one. */
  readonly continued: Pick<ModelReport, 'done' | 'total'> | null
  readonly onStart: (start: ReportStart) => void
  readonly onDismiss: () => void
}

/** What a report will cost, about, before anything is sent, and a limit for it. */
export function ReportOffer({ expected, continued, onStart, onDismiss }: ReportOfferProps) {
  const [limit, setLimit] = useState('')
  const [error, setError] = useState<string>()
  const hasPrice = expected !== null && expected.cost !== null

  const start = (): void => {
    const maxCost = hasPrice ? readLimit(limit) : null
    if (Number.isNaN(maxCost)) setError(modelReportText('expected.limitError'))
    else onStart({ resume: continued !== null, maxCost })
  }
  return (
    <div className={styles.offer}>
      <div role="status">
        {expected === null ? (
          <p className={panel.note}>{modelReportText('expected.counting')}</p>
        ) : (
          <>
            <p>{describeCost(expected, continued)}</p>
            {continued === null && (
              <p className={panel.note}>
                {modelReportText('expected.use', {
                  requests: expected.requests,
                  input: rounded(expected.inputTokens),
                  output: rounded(expected.outputTokens),
                })}
              </p>
            )}
          </>
        )}
      </div>
      {hasPrice && (
        <div
          className={styles.limit}
          onKeyDown={(event) => {
            if (pressedKey(event) !== 'Enter') return
            // It would save the model.
            event.preventDefault()
            start()
          }}
        >
          <TextField
            label={modelReportText('expected.limit')}
            hint={modelReportText('expected.limitHint', {
              currency: expected.currency ?? '',
              continued: continued === null ? 'no' : 'yes',
            })}
            inputMode="decimal"
            value={limit}
            error={error}
            onChange={(value) => {
              setLimit(value)
              setError(undefined)
            }}
          />
        </div>
      )}
      <div className={panel.head}>
        <Button aria-disabled={expected === null} onClick={expected === null ? undefined : start}>
          {modelReportText(continued === null ? 'expected.start' : 'expected.continue')}
        </Button>
        <Button variant="quiet" onClick={onDismiss}>
          {modelReportText('expected.notNow')}
        </Button>
      </div>
    </div>
  )
}

/** Null for no limit; not a number if it is none that can be used. */
function readLimit(text: string): number | null {
  if (text.trim() === '') return null
  const limit = Number(text.trim().replace(',', '.'))
  return limit > 0 ? limit : Number.NaN
}

function describeCost({ cost, currency }: ExpectedUse, continued: ReportOfferProps['continued']): string {
  if (cost === null || currency === null) return modelReportText('expected.unknown')
  if (continued === null) return modelReportText('expected.cost', { cost: formatMoney(cost, currency) })
  const turns = continued.total - continued.done
  const rest = (cost * turns) / continued.total
  return modelReportText('expected.rest', { turns, cost: formatMoney(rest, currency) })
}

/** An estimate has no exact digits. */
const rounded = (tokens: number): number => Number(tokens.toPrecision(2))
