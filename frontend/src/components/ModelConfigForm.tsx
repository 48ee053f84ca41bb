import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react'
import { Link } from 'wouter'

import { Button } from './common/buttons/Button.tsx'
import { modelFormText } from '../text/modelForm.ts'
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
import { useNamedField } from '../hooks/useNamedField.ts'
import { useModelConfigForm } from './models/form/useModelConfigForm.ts'
import { useModelSuggestions } from './models/form/useModelSuggestions.ts'
import styles from './ModelConfigForm.module.css'
import { isBuiltin as isBuiltinProvider } from './common/isBuiltin.ts'

interface ModelConfigFormProps {
  readonly providers: readonly [Provider, ...Provider[]]
  /** Null: a new model. Read once: later changes by others are shown as a conflict when saving. */
  readonly stored: ModelConfig | null
  readonly actions: ModelConfigFormActions
  readonly cancelHref: string
  /** What is shown below the connection test. */
  readonly children?: ReactNode
}

/** Provider, name, model, URL and key in one column; the other fields are under Advanced. */
export function ModelConfigForm({ providers, stored, actions, cancelHref, children }: ModelConfigFormProps) {
  const form = useModelConfigForm(providers, stored, actions)
  const { values, provider, preview, errors, state } = form
  const suggestions = useModelSuggestions(form.draft, form.canList, actions.listModels)
  const element = useRef<HTMLFormElement>(null)
  const isBuiltin = isBuiltinProvider(provider.id)

  useNamedField(element)
  // After a rejected save, the focus moves to the first field with an error.
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
    <form ref={element} className={styles.form} noValidate onSubmit={handleSubmit} aria-label={modelFormText('label')}>
      {form.isRestored && (
        <p className={styles.restored} role="status">
          {modelFormText('restored')}{' '}
          <button type="button" className={styles.startOver} onClick={form.startOver}>
            {modelFormText(stored === null ? 'startOver' : 'discard')}
          </button>
        </p>
      )}
      {errors['saved'] !== undefined && <p className={styles.damaged}>{errors['saved']}</p>}
      <ProviderField
        providers={providers}
        value={provider.id}
        error={errors['provider']}
        onChange={form.chooseProvider}
      />
      {isBuiltin && <p className={styles.builtin}>{modelFormText('builtin')}</p>}
      <TextField
        label={modelFormText('field.name')}
        name="name"
        hint={modelFormText('field.nameHint')}
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
              {modelFormText('advanced.title')}
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
      <ConnectionTestPanel settings={form.settings} onTest={form.test} onApply={form.apply} />
      {children}
      {state.kind === 'refused' && state.error !== null && <ErrorNotice error={state.error} />}
      {state.kind === 'deleted' && (
        <ErrorNotice error={{ detail: modelFormText('deleted.detail'), hint: modelFormText('deleted.hint') }}>
          <Button variant="outlined" onClick={() => void form.saveAsNew()}>
            {modelFormText('saveAsNew')}
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
          {modelFormText(state.kind === 'saving' ? 'saving' : 'save')}
        </Button>
        <Link href={cancelHref} className={styles.cancel} onClick={form.discardDraft}>
          {modelFormText('cancel')}
        </Link>
      </div>
    </form>
  )
}
