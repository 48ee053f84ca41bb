import { IconDots, IconFeather, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'

import { commonText } from '../../text/common.ts'
import { layoutText } from '../../text/layout.ts'
import type { ModelConfig } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Disclosure } from '../common/Disclosure.tsx'
import { ProviderMark } from '../common/ProviderMark.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { DeleteConfirmation } from '../models/list/DeleteConfirmation.tsx'
import { deletionImpact } from '../models/list/deletionImpact.ts'
import styles from './Navbar.module.css'
import { modelStatus } from './modelStatus.ts'
import { isBuiltin } from '../common/isBuiltin.ts'

export interface NavbarModelActions {
  readonly duplicate: (id: string) => Promise<UserError | null>
  readonly remove: (id: string) => Promise<UserError | null>
}

interface NavbarModelsProps {
  readonly configs: readonly ModelConfig[]
  readonly actions: NavbarModelActions
}

export function NavbarModels({ configs, actions }: NavbarModelsProps) {
  const [location] = useLocation()
  const isEmpty = configs.every(({ provider }) => isBuiltin(provider))
  const current = (href: string) => (location === href ? 'page' : undefined)
  return (
    <section aria-labelledby="navbar-models">
      <h2 id="navbar-models" className={styles.heading}>
        <Link href="/models" className={styles.section} aria-current={current('/models')}>
          <IconFeather size={16} stroke={1.5} aria-hidden="true" /> {layoutText('models.title')}
        </Link>
      </h2>
      {isEmpty && (
        <p className={styles.empty}>{layoutText(configs.length === 0 ? 'models.none' : 'models.onlyBuiltin')}</p>
      )}
      <ul>
        {configs.slice(0, MOST_SHOWN).map((config) => (
          <li key={config.id} className={styles.model}>
            <Link href={`/models/${config.id}`} className={styles.link} aria-current={current(`/models/${config.id}`)}>
              <span className={styles.modelName}>
                <ProviderMark provider={config.provider} size={18} />
                <span className={styles.title} dir="auto">
                  {config.name}
                </span>
              </span>
              <ModelState config={config} />
            </Link>
            <Disclosure
              label={layoutText('models.actions', { name: config.name })}
              icon={<IconDots size={18} stroke={1.5} />}
            >
              {(close) => <ModelMenu config={config} configs={configs} actions={actions} onClose={close} />}
            </Disclosure>
          </li>
        ))}
      </ul>
      {configs.length > MOST_SHOWN && (
        <Link href="/models" className={styles.link}>
          {layoutText('models.all', { count: configs.length })}
        </Link>
      )}
      <Link href="/models/new" className={styles.create} aria-current={current('/models/new')}>
        <IconPlus size={16} stroke={1.5} aria-hidden="true" /> {commonText('createModel')}
      </Link>
    </section>
  )
}

const MOST_SHOWN = 8

function ModelState({ config }: { readonly config: ModelConfig }) {
  const [now] = useState(Date.now)
  const { label, isWrong } = modelStatus(config, now)
  return (
    <span className={styles.where} data-wrong={isWrong || undefined}>
      {label}
    </span>
  )
}

interface ModelMenuProps extends NavbarModelsProps {
  readonly config: ModelConfig
  readonly onClose: () => void
}

function ModelMenu({ config, configs, actions, onClose }: ModelMenuProps) {
  const [isConfirming, setConfirming] = useState(false)
  const [error, setError] = useState<UserError | null>(null)
  if (isConfirming) {
    return (
      <div className={styles.menu}>
        <DeleteConfirmation
          name={config.name}
          impact={deletionImpact(config, configs)}
          onDelete={() => actions.remove(config.id)}
          onKeep={onClose}
        />
      </div>
    )
  }
  return (
    <div className={styles.menu}>
      {error !== null && <ErrorNotice error={error} />}
      <Link href={`/models/${config.id}`} className={styles.item} onClick={onClose}>
        {commonText('modelActions.edit')}
      </Link>
      <button
        type="button"
        className={styles.item}
        onClick={() =>
          void actions.duplicate(config.id).then((error) => (error === null ? onClose() : setError(error)))
        }
      >
        {commonText('modelActions.duplicate')}
      </button>
      <button type="button" className={styles.item} onClick={() => setConfirming(true)}>
        {commonText('modelActions.delete')}
      </button>
    </div>
  )
}
