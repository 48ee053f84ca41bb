import { useEffect, useRef, useState } from 'react'

import { modelsText } from '../../../text/models.ts'
import type { ModelConfig, Provider } from '../../../types/api.ts'
import styles from './ModelList.module.css'
import type { ModelListActions } from './modelListActions.ts'
import { ModelRow } from './ModelRow.tsx'

interface ModelListProps {
  readonly configs: readonly ModelConfig[]
  readonly providers: readonly Provider[]
  /** What models have cost so far, by their id. */
  readonly costs: ReadonlyMap<string, string>
  readonly actions: ModelListActions
}

/** The models in the reader's order. The first one is the default narrator. */
export function ModelList({ configs, providers, costs, actions }: ModelListProps) {
  const list = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ readonly button: string; readonly announcement: string } | null>(null)

  // Moving a row in the DOM takes the focus away from its button.
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
      announcement: modelsText('list.moved', { name: config.name, place: place + 1, count: configs.length }),
    })
  }

  return (
    <>
      <ol ref={list} className={styles.list} aria-label={modelsText('list.label')}>
        {configs.map((config, index) => (
          <ModelRow
            key={config.id}
            config={config}
            configs={configs}
            provider={providers.find(({ id }) => id === config.provider)}
            cost={costs.get(config.id)}
            isFirst={index === 0}
            isLast={index === configs.length - 1}
            onMove={(by) => move(index, by)}
            actions={actions}
          />
        ))}
      </ol>
      <p className={styles.announcement} role="status">
        {moved?.announcement}
      </p>
    </>
  )
}
