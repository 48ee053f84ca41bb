import { useId } from 'react'

import { useGetModelConfigsQuery } from '../services/modelConfig.ts'
import type { ModelConfig } from '../types/api.ts'
import { narratorLabel } from './common/narratorLabel.ts'
import styles from './ModelConfigSelector.module.css'

interface ModelConfigSelectorProps {
  /** Null: the first one there is. */
  readonly value: string | null
  readonly onChange: (modelConfigId: string) => void
}

/** Who tells the story. With nobody to choose from it is a line of text. */
export function ModelConfigSelector({ value, onChange }: ModelConfigSelectorProps) {
  const { data: configs = [] } = useGetModelConfigsQuery(undefined)
  const id = useId()
  const chosen = configs.find((config) => config.id === value) ?? configs[0]
  if (chosen === undefined) return null
  if (configs.length === 1) return <span className={styles.only}>{label(chosen)}</span>
  return (
    <span className={styles.selector}>
      <label htmlFor={id} className={styles.label}>
        Told by
      </label>
      <select id={id} className={styles.select} value={chosen.id} onChange={(event) => onChange(event.target.value)}>
        {configs.map((config) => (
          <option key={config.id} value={config.id}>
            {label(config)}
          </option>
        ))}
      </select>
    </span>
  )
}

const label = ({ provider, name }: ModelConfig) => narratorLabel(provider, name)
