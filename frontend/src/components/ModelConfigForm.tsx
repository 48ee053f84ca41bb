import { Button } from '@mantine/core'
import { type SubmitEvent, useEffect, useRef } from 'react'
import { Link } from 'wouter'

import type { ModelConfig, Provider } from '../types/api.ts'
import { TextField } from './common/TextField.tsx'
import { ErrorNotice } from './common/ErrorNotice.tsx'
import { AddressField } from './models/form/AddressField.tsx'
import { AdvancedFields } from './models/form/AdvancedFields.tsx'
import { ConflictNotice } from './models/form/ConflictNotice.tsx'
import { ConnectionTestPanel } from './models/test/ConnectionTestPanel.tsx'
import type { ModelConfigFormActions } from './models/form/formTypes.ts'
import { KeyField } from './models/form/KeyField.tsx'
import { toValues } from './models/form/modelConfigValues.ts'
import { ModelNameField } from './models/form/ModelNameField.tsx'
import { ProviderField } from './models/form/ProviderField.tsx'
import { useModelConfigForm } from './models/form/useModelConfigForm.ts'
import { useModelSuggestions } from './models/form/useModelSuggestions.ts'
import styles from './ModelConfigForm.module.css'

interface ModelConfigFormProps {
  readonly providers: readonly [Provider, ...Provider[]]
  /** Null: a new one. Given once; what is saved elsewhere meanwhile is shown as such. */
  readonly stored: ModelConfig | null
  readonly actions: ModelConfigFormActions
  readonly cancelHref: string
}

/** One calm column: provider, name, model, address, key; the rest is folded away. */
export function ModelConfigForm({ providers, stored, actions, cancelHref }: ModelConfigFormProps) {
  const form = useModelConfigForm(providers, stored, actions)
  const { values, provider, preview, errors, state } = form
  const suggestions = useModelSuggestions(form.draft, form.canList, actions.listModels)
  const element = useRef<HTMLFormElement>(null)
  const isBuiltin = provider.id === 'builtin'

  // After a refusal the focus is where there is something to mend.
  useEffect(() => {
    if (state.kind === 'refused') {
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus()
    }
  }, [state])

  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void form.save()
  }

  return (
    <form ref={element} className={styles.form} noValidate onSubmit={handleSubmit} aria-label="Model">
      {form.isRestored && (
        <p className={styles.restored} role="status">
          This is what you had written here and not saved.{' '}
          <button type="button" className={styles.afresh} onClick={form.startAfresh}>
            {stored === null ? 'Start afresh' : 'Back to what is saved'}
          </button>
        </p>
      )}
      <ProviderField
        providers={providers}
        value={provider.id}
        error={errors['provider']}
        onChange={form.chooseProvider}
      />
      {isBuiltin && (
        <p className={styles.builtin}>
          It needs no model and no key: it tells the author’s own words, and keeps the rules all the same.
        </p>
      )}
      <TextField
        label="Name"
        name="name"
        hint="As you want to find it in your list."
        value={values.name}
        onChange={(name) => form.change({ name })}
        error={errors['name']}
      />
      {!isBuiltin && (
        <>
          <ModelNameField
            value={values.modelName}
            onChange={form.nameModel}
            error={errors['modelName']}
            suggestions={suggestions}
          />
          <AddressField
            value={values.baseUrl}
            onChange={(baseUrl) => form.change({ baseUrl })}
            isRequired={provider.baseUrlRequired}
            preview={preview}
            error={errors['baseUrl']}
          />
          <KeyField
            provider={provider}
            stored={form.base}
            change={values.apiKey}
            onChange={(apiKey) => form.change({ apiKey })}
            preview={preview}
            error={errors['apiKey']}
          />
          <details className={styles.advanced} open={form.isAdvanced}>
            <summary className={styles.summary} onClick={form.toggleAdvanced}>
              Advanced
            </summary>
            <AdvancedFields
              provider={provider}
              values={values}
              onChange={form.change}
              errors={errors}
              refused={form.refused}
              onTryAgain={form.tryAgain}
            />
          </details>
        </>
      )}
      <ConnectionTestPanel onTest={form.test} />
      {state.kind === 'refused' && state.trouble !== null && <ErrorNotice trouble={state.trouble} />}
      {state.kind === 'deleted' && (
        <ErrorNotice trouble={DELETED}>
          <Button variant="default" onClick={() => void form.saveAsNew()}>
            Save it as a new one
          </Button>
        </ErrorNotice>
      )}
      {state.kind === 'conflict' && (
        <ConflictNotice
          mine={values}
          theirs={toValues(state.theirs, form.providerOf(state.theirs))}
          onKeepMine={form.keepMine}
          onTakeTheirs={form.takeTheirs}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={state.kind === 'saving'}>
          {state.kind === 'saving' ? 'Saving…' : 'Save'}
        </Button>
        <Link href={cancelHref} className={styles.cancel} onClick={form.forget}>
          Cancel
        </Link>
      </div>
    </form>
  )
}

const DELETED = {
  detail: 'This model was deleted elsewhere while you were writing.',
  hint: 'What you wrote is still here. A key would have to be entered again.',
}
