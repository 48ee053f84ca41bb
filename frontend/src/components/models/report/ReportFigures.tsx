import { modelReportText } from '../../../text/modelReport.ts'
import type { BenchmarkFigures } from '../../../types/api.ts'
import styles from './ModelReportPanel.module.css'
import { reportRows } from './reportRows.ts'

interface ReportFiguresProps {
  readonly figures: BenchmarkFigures
  /** Of the costs; null if they are not known. */
  readonly currency: string | null
}

/** The figures behind a recommendation. */
export function ReportFigures({ figures, currency }: ReportFiguresProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{modelReportText('column.what')}</th>
          <th scope="col">{modelReportText('column.result')}</th>
        </tr>
      </thead>
      <tbody>
        {reportRows(figures, currency).map(({ key, label, hint, value }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              <span className={styles.hint}>{hint}</span>
            </th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
