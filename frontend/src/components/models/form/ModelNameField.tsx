import { useEffect, useState } from 'react'

import { useCombobox } from '../../../hooks/useCombobox.ts'
import { modelFormText } from '../../../text/modelForm.ts'
import type { ListedModel } from '../../../types/api.ts'
import { RelativeTime } from '../../common/RelativeTime.tsx'
import fieldStyles from '../../common/Field.module.css'
import { Field } from '../../common/Field.tsx'
import listStyles from '../../common/Listbox.module.css'
import { listedModelLabel } from './listedModelLabel.ts'
import type { ModelSuggestions } from './useModelSuggestions.ts'

interface ModelNameFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  readonly suggestions: ModelSuggestions
}

/** Any name may be typed. The provider's models are suggested below. */
export function ModelNameField({ value, onChange, error, suggestions }: ModelNameFieldProps) {
  const [isFiltered, setFiltered] = useState(false)
  const { state, load } = suggestions
  const models = state.kind === 'listed' ? state.list.data : []
  const query = isFiltered ? value.trim().toLowerCase() : ''
  const found = models.filter(({ id }) => id.toLowerCase().includes(query))
  const shown = found.slice(0, MOST_SHOWN)

  const combobox = useCombobox({
    count: shown.length,
    initialIndex: -1,
    hasList: state.kind === 'loading' || state.kind === 'listed',
    onChoose: (index) => {
      const model = shown[index]
      if (model !== undefined) onChange(model.id)
    },
    onOpen: () => {
      setFiltered(false)
      load()
    },
  })

  // Key and URL may be entered after the list was opened.
  const isMissing = combobox.isWanted && state.kind === 'none'
  useEffect(() => {
    if (isMissing) load()
  })

  return (
    <Field label={modelFormText('field.model')} error={error} hint={modelNameHint(suggestions)}>
      {(control) => (
        <div className={listStyles.root} {...combobox.rootProps}>
          <input
            {...control}
            {...combobox.inputProps}
            name="modelName"
            type="text"
            autoCapitalize="none"
            className={fieldStyles.input}
            value={value}
            onChange={(event) => {
              onChange(event.target.value)
              combobox.open()
              combobox.unmark()
              setFiltered(true)
            }}
          />
          {combobox.isOpen && (
            <div className={listStyles.popup}>
              <div {...combobox.listProps} aria-label={modelFormText('modelName.list')} className={listStyles.list}>
                {shown.map((model, index) => (
                  <ModelOption key={model.id} model={model} optionProps={combobox.optionProps(index)} />
                ))}
              </div>
              <p className={listStyles.note} role="status">
                {state.kind === 'loading'
                  ? modelFormText('modelName.loading')
                  : countLabel(found.length, models.length)}
                {state.kind === 'listed' && (
                  <>
                    {' '}
                    {modelFormText.rich('modelName.updated', {
                      ago: () => <RelativeTime time={state.list.fetchedAt} />,
                    })}{' '}
                    {state.list.refreshError}
                  </>
                )}
              </p>
            </div>
          )}
        </div>
      )}
    </Field>
  )
}

const MOST_SHOWN = 100

function modelNameHint({ state }: ModelSuggestions): string {
  if (state.kind === 'unready') return modelFormText('modelName.hintUnready')
  if (state.kind !== 'failed') return modelFormText('modelName.hint')
  const { detail, hint } = state.error
  return modelFormText('modelName.failed', { detail, hint })
}

interface ModelOptionProps {
  readonly model: ListedModel
  readonly optionProps: ReturnType<ReturnType<typeof useCombobox>['optionProps']>
}

function ModelOption({ model, optionProps }: ModelOptionProps) {
  return (
    <div {...optionProps} className={listStyles.option}>
      <bdi className={listStyles.name}>{model.id}</bdi>
      <span className={listStyles.side}>{listedModelLabel(model)}</span>
    </div>
  )
}

function countLabel(found: number, count: number): string {
  if (count === 0) return modelFormText('modelName.empty')
  if (found === 0) return modelFormText('modelName.notListed')
  if (found > MOST_SHOWN) return modelFormText('modelName.first', { shown: MOST_SHOWN, count: found })
  return found === count ? modelFormText('modelName.all', { count }) : modelFormText('modelName.some', { found, count })
}
