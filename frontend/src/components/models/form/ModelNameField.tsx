import { useEffect, useState } from 'react'

import { useCombobox } from '../../../hooks/useCombobox.ts'
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

/** Any name may be typed; what the provider offers is suggested below. */
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

  // The key or the address may come after the list was opened.
  const isMissing = combobox.isWanted && state.kind === 'none'
  useEffect(() => {
    if (isMissing) load()
  })

  return (
    <Field label="Model" error={error} hint={tellHint(suggestions)}>
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
              <div {...combobox.listProps} aria-label="Models that the provider offers" className={listStyles.list}>
                {shown.map((model, index) => (
                  <ModelOption key={model.id} model={model} optionProps={combobox.optionProps(index)} />
                ))}
              </div>
              <p className={listStyles.note} role="status">
                {state.kind === 'loading' ? 'Asking for the list…' : tellCount(found.length, models.length)}
                {state.kind === 'listed' && (
                  <>
                    {' '}
                    Read <RelativeTime time={state.list.fetchedAt} />. {state.list.problem}
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

function tellHint({ state }: ModelSuggestions): string {
  if (state.kind === 'unready')
    return 'As the provider writes it. Once address and key are there, its models are listed.'
  if (state.kind !== 'failed') return 'As the provider writes it. Type, or open the list with the down arrow.'
  const { detail, hint } = state.trouble
  return `The list of models could not be read. ${detail} ${hint} A name can be typed all the same.`
}

interface ModelOptionProps {
  readonly model: ListedModel
  readonly optionProps: ReturnType<ReturnType<typeof useCombobox>['optionProps']>
}

function ModelOption({ model, optionProps }: ModelOptionProps) {
  return (
    <div {...optionProps} className={listStyles.option}>
      <span className={listStyles.name}>{model.id}</span>
      <span className={listStyles.side}>{listedModelLabel(model)}</span>
    </div>
  )
}

function tellCount(found: number, all: number): string {
  if (all === 0) return 'The list is empty: type the name of a model.'
  if (found === 0) return 'None of the list is called that; it can be used all the same.'
  if (found > MOST_SHOWN) return `The first ${MOST_SHOWN} of ${found}: type more of the name.`
  return found === all ? `${all} in the list.` : `${found} of ${all} in the list.`
}
