import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { usageText } from '../../text/usage.ts'
import type { UsageReport } from '../../types/api.ts'
import { countCells } from './countCells.ts'
import styles from './Usage.module.css'

interface ModelUsageTableProps {
  readonly models: UsageReport['models']
  readonly showPrice: (modelConfigId: string) => ReactNode
}

/** What each model used and cost, and its price. */
export function ModelUsageTable({ models, showPrice }: ModelUsageTableProps) {
  return (
    <section id="models" aria-labelledby="usage-models" className={styles.section}>
      <h2 id="usage-models" className={styles.heading}>
        {usageText('models.title')}
      </h2>
      <div className={styles.scroll} role="region" aria-label={usageText('models.label')} tabIndex={0}>
        <table className={`${styles.table} ${styles.records}`}>
          <thead>
            <tr>
              <th scope="col">{usageText('column.model')}</th>
              <th scope="col">{usageText('column.turns')}</th>
              <th scope="col">{usageText('column.input')}</th>
              <th scope="col">{usageText('column.cached')}</th>
              <th scope="col">{usageText('column.written')}</th>
              <th scope="col">{usageText('column.cost')}</th>
              <th scope="col">{usageText('column.price')}</th>
            </tr>
          </thead>
          <tbody>
            {models.map(({ modelConfigId, model, ...used }) => (
              <tr key={`${modelConfigId} ${model.provider} ${model.host} ${model.modelName}`}>
                <th scope="row" dir="auto">
                  {modelConfigId === null ? model.label : <Link href={`/models/${modelConfigId}`}>{model.label}</Link>}
                  <small>{model.modelName === model.label ? model.host : `${model.modelName} · ${model.host}`}</small>
                </th>
                {countCells(used).map(({ key, text }) => (
                  <td key={key}>{text}</td>
                ))}
                <td>{modelConfigId === null ? '–' : showPrice(modelConfigId)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
