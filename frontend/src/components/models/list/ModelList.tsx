import { useEffect, useRef, useState } from 'react'

import type { ModelConfig, Provider } from '../../../types/api.ts'
import styles from './ModelList.module.css'
import type { ModelListActions } from './modelListActions.ts'
import { ModelRow } from './ModelRow.tsx'

interface ModelListProps {
  readonly configs: readonly ModelConfig[]
  readonly providers: readonly Provider[]
  readonly actions: ModelListActions
}

/** The models in their order; the first is who tells where nobody was chosen. */
export function ModelList({ configs, providers, actions }: ModelListProps) {
  const list = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ readonly button: string; readonly said: string } | null>(null)

  // A row that moves in the page loses the focus.
  useEffect(() => {
    if (moved !== null) list.current?.querySelector<HTMLElement>(`#${moved.button}`)?.focus()
  }, [moved])

  const move = (index: number, by: -1 | 1) => {
    const config = configs[index]
    const place = index + by
    if (config === undefined || place < 0 || place >= configs.length) return
    actions.order(
      configs
        .map(({ id }) => id)
        .toSpliced(index, 1)
        .toSpliced(place, 0, config.id),
    )
    setMoved({
      button: `move-${by === -1 ? 'up' : 'down'}-${config.id}`,
      said: `“${config.name}” is ${place + 1} of ${configs.length}.`,
    })
  }

  return (
    <>
      <ol ref={list} className={styles.list} aria-label="Models">
        {configs.map((config, index) => (
          <ModelRow
            key={config.id}
            config={config}
            configs={configs}
            provider={providers.find(({ id }) => id === config.provider)}
            isFirst={index === 0}
            isLast={index === configs.length - 1}
            onMove={(by) => move(index, by)}
            actions={actions}
          />
        ))}
      </ol>
      <p className={styles.said} role="status">
        {moved?.said}
      </p>
    </>
  )
}
