import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Link } from 'wouter'

import { IconButton } from '../../common/buttons/IconButton.tsx'
import { pressedKey } from '../../../hooks/pressedKey.ts'
import { commonText } from '../../../text/common.ts'
import { modelsText } from '../../../text/models.ts'
import type { ModelConfig, Provider } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import { ProviderMark } from '../../common/ProviderMark.tsx'
import { keyLabel } from '../../common/keyLabel.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { firstClick } from '../../common/firstClick.ts'
import { DeleteConfirmation } from './DeleteConfirmation.tsx'
import { LastTest } from '../test/LastTest.tsx'
import type { ModelListActions } from './modelListActions.ts'
import styles from './ModelRow.module.css'
import { firstProblem } from '../savedProblems.ts'
import { deletionImpact } from './deletionImpact.ts'
import { isBuiltin as isBuiltinProvider } from '../../common/isBuiltin.ts'

interface ModelRowProps {
  readonly config: ModelConfig
  readonly configs: readonly ModelConfig[]
  readonly provider: Provider | undefined
  /** What it has cost so far, if that is known. */
  readonly cost: string | undefined
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly actions: ModelListActions
}

export function ModelRow({ config, configs, provider, cost, isFirst, isLast, onMove, actions }: ModelRowProps) {
  const { id, name } = config
  const [isConfirming, setConfirming] = useState(false)
  const [isTesting, setTesting] = useState(false)
  const [error, setError] = useState<UserError | null>(null)
  const deleteButton = useRef<HTMLButtonElement>(null)
  const key = keyLabel(config, provider)
  const problem = firstProblem(config)
  const isBuiltin = isBuiltinProvider(config.provider)

  const handleTest = async () => {
    if (isTesting) return
    setTesting(true)
    setError(await actions.test(id))
    setTesting(false)
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    const pressed = pressedKey(event)
    if (!event.altKey || (pressed !== 'ArrowUp' && pressed !== 'ArrowDown')) return
    event.preventDefault()
    onMove(pressed === 'ArrowUp' ? -1 : 1)
  }

  return (
    <li className={styles.row} onKeyDown={handleKeyDown}>
      <span className={styles.mark}>
        <ProviderMark provider={config.provider} size={28} />
      </span>
      <div className={styles.words}>
        <h2 className={styles.name}>
          <Link href={`/models/${id}`} dir="auto">
            {name}
          </Link>
        </h2>
        <p className={styles.where}>
          {isBuiltin ? modelsText('list.builtin') : `${provider?.label ?? config.provider} · ${config.modelName}`}
        </p>
        <div className={styles.state}>
          {key !== null && <span data-wrong={isWrong(config) || undefined}>{key}</span>}
          {!isBuiltin && <LastTest test={config.lastTest} isRunning={isTesting} />}
          {cost !== undefined && <span>{modelsText('list.cost', { cost })}</span>}
          {isFirst && configs.length > 1 && <span>{modelsText('list.default')}</span>}
        </div>
        {problem !== null && <p className={styles.problem}>{modelsText('list.problem', { problem })}</p>}
      </div>
      {!(isFirst && isLast) && (
        <div className={styles.order}>
          <IconButton
            id={`move-up-${id}`}
            aria-label={modelsText('list.moveUp', { name })}
            aria-disabled={isFirst || undefined}
            className={styles.move}
            onClick={() => onMove(-1)}
          >
            <IconChevronUp size={20} stroke={1.5} />
          </IconButton>
          <IconButton
            id={`move-down-${id}`}
            aria-label={modelsText('list.moveDown', { name })}
            aria-disabled={isLast || undefined}
            className={styles.move}
            onClick={() => onMove(1)}
          >
            <IconChevronDown size={20} stroke={1.5} />
          </IconButton>
        </div>
      )}
      <div className={styles.foot}>
        {error !== null && <ErrorNotice error={error} />}
        {isConfirming ? (
          <DeleteConfirmation
            name={name}
            impact={deletionImpact(config, configs)}
            onDelete={() => actions.remove(id)}
            onKeep={() => {
              setConfirming(false)
              requestAnimationFrame(() => deleteButton.current?.focus())
            }}
          />
        ) : (
          <div className={styles.actions} role="group" aria-label={name}>
            <Link href={`/models/${id}`} className={styles.action}>
              {commonText('modelActions.edit')}
            </Link>
            {!isBuiltin && (
              <button
                type="button"
                className={styles.action}
                aria-disabled={isTesting || undefined}
                onClick={() => void handleTest()}
              >
                {commonText('modelActions.test')}
              </button>
            )}
            <button type="button" className={styles.action} onClick={firstClick(() => actions.duplicate(id))}>
              {commonText('modelActions.duplicate')}
            </button>
            <button ref={deleteButton} type="button" className={styles.action} onClick={() => setConfirming(true)}>
              {commonText('modelActions.delete')}
            </button>
          </div>
        )}
      </div>
    </li>
  )
}

const isWrong = ({ apiKey }: ModelConfig) => apiKey.source === 'unreadable' || apiKey.source === 'none'
