import { modelReportText } from '../../../text/modelReport.ts'
import type { ModelReport } from '../../../types/api.ts'
import { ButtonLink } from '../../common/buttons/ButtonLink.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { RelativeTime } from '../../common/RelativeTime.tsx'
import { formatMoney } from '../../usage/formatMoney.ts'
import panel from '../ModelPanel.module.css'
import styles from './ModelReportPanel.module.css'
import { ReportFigures } from './ReportFigures.tsx'

/** The recommendation of a report that has ended, with its time, its cost and its figures. */
export function ReportResult({ report }: { readonly report: ModelReport }) {
  const { result, status, error, updatedAt } = report
  const [figures] = result.figures
  return (
    <div className={styles.result}>
      <p className={styles.verdict} data-verdict={result.recommendation.verdict} tabIndex={-1} data-focus-fallback="">
        {result.recommendation.text}
      </p>
      <p className={panel.note}>
        {modelReportText(`status.${status}`, report)} · <RelativeTime time={updatedAt} />
        {figures !== undefined && figures.turns > 0 && ` · ${describeCost(result)}`}
      </p>
      {error !== null && (
        <ErrorNotice error={error}>
          {error.budgetId !== undefined && (
            <ButtonLink href={`/budgets?raise=${error.budgetId}`} variant="outlined" size="sm">
              {modelReportText('raiseBudget')}
            </ButtonLink>
          )}
        </ErrorNotice>
      )}
      {figures !== undefined && figures.turns > 0 && (
        <details>
          <summary className={styles.summary}>{modelReportText('details')}</summary>
          <ReportFigures figures={figures} currency={result.currency} />
        </details>
      )}
    </div>
  )
}

const describeCost = ({ cost, currency }: ModelReport['result']): string =>
  cost === null || currency === null
    ? modelReportText('facts.unknown')
    : modelReportText('facts.costs', { cost: formatMoney(cost, currency) })
