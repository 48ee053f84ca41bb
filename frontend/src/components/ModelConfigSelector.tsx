import { type ReactNode, useId, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'

import { useCombobox } from '../hooks/useCombobox.ts'
import { useGetModelConfigsQuery, useGetProvidersQuery } from '../services/modelConfig.ts'
import { commonText } from '../text/common.ts'
import { modelSelectorText } from '../text/modelSelector.ts'
import type { ModelConfig, Provider } from '../types/api.ts'
import { findConfigs, groupByProvider } from './common/groupByProvider.ts'
import listStyles from './common/Listbox.module.css'
import { narratorLabel } from './common/narratorLabel.ts'
import { ProviderMark } from './common/ProviderMark.tsx'
import { modelBadges } from './common/modelBadges.ts'
import styles from './ModelConfigSelector.module.css'
import { isBuiltin } from './common/isBuiltin.ts'

interface ModelConfigSelectorProps {
  readonly label?: string
  /** Null: the first model, or none if there is a placeholder. */
  readonly value: string | null
  /** The model replaces a deleted one. */
  readonly isFallback?: boolean
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** The selector shows that it is switching until the promise settles. */
  readonly onChange: (modelConfigId: string) => Promise<unknown> | void
}

/** The field that chooses the narrator: it opens the list of models and searches it. */
export function ModelConfigSelector(props: ModelConfigSelectorProps) {
  const list = useGetModelConfigsQuery(undefined)
  const { data: providers = NONE } = useGetProvidersQuery(undefined)
  const [location] = useLocation()
  const configs = list.data?.data
  const addition = `/models/new?from=${encodeURIComponent(location)}`

  if (configs === undefined) {
    if (!list.isError) return null
    return (
      <button type="button" className={styles.again} onClick={() => void list.refetch()}>
        {modelSelectorText('failed')}
      </button>
    )
  }
  if (configs.length === 0) {
    return (
      <span className={styles.none}>
        {modelSelectorText('noModels')} <Link href={addition}>{commonText('createModel')}</Link>
      </span>
    )
  }
  return (
    <Selector
      {...props}
      configs={configs}
      providers={providers}
      onOpen={() => void list.refetch()}
      foot={<Link href={addition}>{commonText('createModel')}</Link>}
    />
  )
}

const NONE: readonly Provider[] = []

interface SelectorProps extends ModelConfigSelectorProps {
  readonly configs: readonly ModelConfig[]
  readonly providers: readonly Provider[]
  readonly onOpen: () => void
  readonly foot: ReactNode
}

function Selector(props: SelectorProps) {
  const {
    label = modelSelectorText('label'),
    value,
    isFallback = false,
    placeholder,
    autoFocus = false,
    onChange,
  } = props
  const { configs, providers, onOpen, foot } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState<string | null>(null)
  const [pendingId, setPendingId] = useState<string | null>(null)

  const chosen = configs.find((config) => config.id === (pendingId ?? value))
  const shown = chosen ?? (placeholder === undefined ? configs[0] : undefined)
  const isReplacement = pendingId === null && (isFallback || (value !== null && chosen === undefined))
  const groups = groupByProvider(findConfigs(configs, providers, query ?? ''), providers)
  const options = groups.flatMap((group) => group.configs)

  const handleChoose = async (index: number) => {
    const option = options[index]
    if (option === undefined || (option.id === value && !isReplacement)) return
    setPendingId(option.id)
    await onChange(option.id)
    setPendingId(null)
  }
  const combobox = useCombobox({
    count: options.length,
    initialIndex: Math.max(
      0,
      options.findIndex((option) => option.id === shown?.id),
    ),
    onChoose: (index) => void handleChoose(index),
    onOpen: () => {
      input.current?.select()
      onOpen()
    },
    onClose: () => setQuery(null),
  })

  return (
    <div className={styles.selector} {...combobox.rootProps}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={listStyles.root}>
        <span className={styles.field} data-open={combobox.isOpen || undefined}>
          {shown !== undefined && <ProviderMark provider={shown.provider} size={18} />}
          <input
            {...combobox.inputProps}
            ref={input}
            id={id}
            type="text"
            dir="auto"
            className={styles.input}
            autoFocus={autoFocus}
            inputMode={configs.length > FEW ? undefined : 'none'}
            placeholder={placeholder}
            value={query ?? (shown === undefined ? '' : labelOf(shown))}
            aria-busy={pendingId !== null || undefined}
            aria-describedby={isReplacement ? `${id}-state` : undefined}
            onChange={(event) => {
              setQuery(event.target.value)
              combobox.unmark()
              combobox.open()
            }}
          />
          <svg className={styles.arrow} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2.500 4.500 6 8l3.500-3.500" fill="none" stroke="currentColor" strokeWidth="1.300" />
          </svg>
        </span>
        {combobox.isOpen && (
          <div className={listStyles.popup}>
            <div {...combobox.listProps} aria-label={modelSelectorText('list', { label })} className={listStyles.list}>
              {groups.map((group) => (
                <div key={group.provider} role="group" aria-labelledby={`${id}-${group.provider}`}>
                  <div id={`${id}-${group.provider}`} className={listStyles.group}>
                    {group.label}
                  </div>
                  {group.configs.map((config) => (
                    <SelectorOption
                      key={config.id}
                      config={config}
                      provider={providers.find((known) => known.id === config.provider)}
                      isChosen={config.id === shown?.id}
                      optionProps={combobox.optionProps(options.indexOf(config))}
                    />
                  ))}
                </div>
              ))}
            </div>
            {options.length === 0 && <p className={listStyles.note}>{modelSelectorText('noMatch')}</p>}
            <div className={listStyles.foot}>{foot}</div>
          </div>
        )}
      </div>
      <span id={`${id}-state`} className={styles.state} data-pending={pendingId !== null || undefined} role="status">
        {pendingId !== null ? modelSelectorText('switching') : isReplacement ? modelSelectorText('replaces') : ''}
      </span>
    </div>
  )
}

interface SelectorOptionProps {
  readonly config: ModelConfig
  readonly provider: Provider | undefined
  readonly isChosen: boolean
  readonly optionProps: ReturnType<ReturnType<typeof useCombobox>['optionProps']>
}

function SelectorOption({ config, provider, isChosen, optionProps }: SelectorOptionProps) {
  const badges = modelBadges(config, provider)
  return (
    <div {...optionProps} className={listStyles.option}>
      <span className={isChosen ? listStyles.chosen : listStyles.name} dir="auto">
        {labelOf(config)}
      </span>
      <span className={listStyles.below}>
        {[isChosen && modelSelectorText('chosen'), !isBuiltin(config.provider) && config.modelName, ...badges]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  )
}

/** Up to this many models need no search, so phones open no keyboard. */
const FEW = 8

const labelOf = ({ provider, name }: ModelConfig) => narratorLabel(provider, name)
