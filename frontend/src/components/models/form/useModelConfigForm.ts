import { useEffect, useState } from 'react'

import type { ConnectionTest, ModelConfig, ModelConfigDraft, Proposal, Provider, TestStep } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import type { RequestResult, ModelConfigFormActions, SaveOutcome } from './formTypes.ts'
import { toKeyField } from './toKeyField.ts'
import {
  type ModelConfigValues,
  newValues,
  PARAMETERS,
  type Parameter,
  toValueChange,
  toValues,
  withProvider,
} from './modelConfigValues.ts'
import { problemsByField } from '../savedProblems.ts'
import { refusedParameters } from './refusedParameters.ts'
import { type FieldErrors, toModelConfigBody } from './toModelConfigBody.ts'
import { useAddressPreview } from './useAddressPreview.ts'
import { clearDraft, loadDraft, saveDraft } from './valuesDraft.ts'

type FormState =
  | { readonly kind: 'editing' | 'saving' | 'deleted' }
  | { readonly kind: 'refused'; readonly error: UserError | null }
  | { readonly kind: 'conflict'; readonly theirs: ModelConfig }

/** The state of the form. What is typed survives until it is saved or discarded. */
export function useModelConfigForm(
  providers: readonly [Provider, ...Provider[]],
  stored: ModelConfig | null,
  actions: ModelConfigFormActions,
) {
  const providerOf = (of: { readonly provider: string }) =>
    providers.find(({ id }) => id === of.provider) ?? providers[0]
  const valuesOf = (config: ModelConfig | null) =>
    config === null ? newValues(providers[0]) : toValues(config, providerOf(config))
  /** The saved version that a save replaces. */
  const [base, setBase] = useState(stored)
  const id = base?.id ?? null
  const [initial] = useState(() => valuesOf(stored))
  const [values, setValues] = useState(() => loadDraft(id, initial, providers))
  const [isRestored, setRestored] = useState(() => JSON.stringify(values) !== JSON.stringify(initial))
  const [errors, setErrors] = useState<FieldErrors>(() => (stored === null ? {} : problemsByField(stored)))
  const [state, setState] = useState<FormState>({ kind: 'editing' })
  const [isAdvanced, setAdvanced] = useState(
    () => hasAdvanced(values) || Object.keys(errors).some((field) => ADVANCED.has(field)),
  )

  useEffect(() => {
    if (values !== initial) saveDraft(id, values)
  }, [id, initial, values])

  const provider = providerOf(values)
  const { exactAddress, modelName } = values
  const baseUrl = values.baseUrl.trim()
  const address = { provider: provider.id, baseUrl: baseUrl === '' ? null : baseUrl, exactAddress }
  const preview = useAddressPreview(
    { ...address, modelName: modelName.trim().slice(0, 255), ...(id !== null && { id }) },
    actions.previewAddress,
  )
  const [retried, setRetried] = useState<ReadonlySet<string>>(new Set())
  const known = preview && {
    ...preview,
    refusedParameters: preview.refusedParameters.filter(({ parameter }) => !retried.has(parameter)),
  }
  const refused = refusedParameters(provider, known)
  const { body, errors: found } = toModelConfigBody(values, provider, new Set(refused.keys()))
  const key = toKeyField(values.apiKey)
  const { name: _name, ...tested } = values
  const draft: ModelConfigDraft = { ...body, ...key, ...(id !== null && { id }) }

  const change = (changed: Partial<ModelConfigValues>) => {
    setValues((before) => ({ ...before, ...changed }))
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in changed))))
    // An error without a field was about the values before.
    if (state.kind === 'refused' && state.error !== null) setState({ kind: 'editing' })
  }
  const isAtPreset = baseUrl === '' || baseUrl === provider.defaultBaseUrl
  const hasKey = key.apiKey != null || values.apiKey.kind === 'keep' || preview?.environmentVariable != null
  const canList =
    found['baseUrl'] === undefined && preview?.refusal == null && (hasKey || !provider.apiKeyRequired || !isAtPreset)

  const show = (refusal: FieldErrors, error: UserError | null) => {
    setErrors(refusal)
    setState({ kind: 'refused', error })
    if (Object.keys(refusal).some((field) => ADVANCED.has(field))) setAdvanced(true)
  }
  const settle = (outcome: SaveOutcome) => {
    switch (outcome.kind) {
      case 'saved':
        clearDraft(id)
        return setState({ kind: 'editing' })
      case 'refused': {
        const isAllAtFields = Object.keys(outcome.errors).length > 0 && Object.keys(outcome.errors).every(isField)
        return show(outcome.errors, isAllAtFields ? null : outcome.error)
      }
      case 'edited-elsewhere':
        return setState({ kind: 'conflict', theirs: outcome.theirs })
      case 'deleted-elsewhere':
        return setState({ kind: 'deleted' })
    }
  }
  const save = async (over: ModelConfig | null) => {
    if (state.kind === 'saving') return
    if (Object.keys(found).length > 0) return show(found, null)
    setErrors({})
    setState({ kind: 'saving' })
    settle(
      await actions.save(
        over === null
          ? { kind: 'create', body: { ...body, ...withoutRemoval(key) } }
          : { kind: 'update', id: over.id, body: { ...body, ...key, updatedAt: over.updatedAt } },
      ),
    )
  }
  const start = (config: ModelConfig | null) => {
    clearDraft(id)
    setBase(config)
    setValues(valuesOf(config))
    setErrors({})
    setRestored(false)
    setState({ kind: 'editing' })
  }

  return {
    values,
    provider,
    preview,
    refused,
    draft,
    /** What a connection test is about. */
    settings: JSON.stringify(tested),
    /** Whether URL and key allow a request for the provider's list. */
    canList,
    errors,
    state,
    base,
    isRestored: isRestored && JSON.stringify(values) !== JSON.stringify(initial),
    isAdvanced,
    providerOf,
    change,
    /** The name follows the model until the reader types one. */
    nameModel(modelName: string) {
      const isUnnamed = values.name === '' || values.name === values.modelName
      change(isUnnamed ? { modelName, name: modelName } : { modelName })
    },
    chooseProvider(to: Provider) {
      setValues((before) => withProvider(before, providerOf(before), to))
      setErrors({})
    },
    toggleAdvanced(event: { preventDefault: () => void }) {
      event.preventDefault()
      setAdvanced(!isAdvanced)
    },
    save: () => save(base),
    saveAsNew: () => save(null),
    startOver: () => start(base),
    discardDraft: () => clearDraft(id),
    keepMine() {
      if (state.kind !== 'conflict') return
      setBase(state.theirs)
      void save(state.theirs)
    },
    takeTheirs() {
      if (state.kind === 'conflict') start(state.theirs)
    },
    /** Makes a change that a test proposed. */
    apply(proposal: Proposal) {
      change(toValueChange(proposal))
      if (Object.keys(proposal).some((field) => field !== 'modelName' && field !== 'baseUrl')) setAdvanced(true)
    },
    test(onStep: (step: TestStep) => void, onLoading: () => void): Promise<RequestResult<ConnectionTest>> | null {
      const { name, ...missing } = found
      if (Object.keys(missing).length === 0) return actions.test(draft, onStep, onLoading)
      show(missing, null)
      return null
    },
    tryAgain:
      id === null
        ? null
        : (parameter: Parameter) => {
            setRetried((before) => new Set(before).add(parameter))
            void actions.clearRefusedParameter(id, parameter)
          },
  }
}

const withoutRemoval = ({ apiKey }: { readonly apiKey?: string | null }) => (apiKey == null ? {} : { apiKey })

const TEXTS = ['firstWordTimeout', 'totalTimeout', 'extraHeaders', 'extraBody'] as const
const ADVANCED: ReadonlySet<string> = new Set([...PARAMETERS, ...TEXTS])
const isField = (field: string) =>
  ADVANCED.has(field) || ['name', 'provider', 'modelName', 'baseUrl', 'apiKey'].includes(field)

const hasAdvanced = (values: ModelConfigValues) =>
  values.exactAddress ||
  values.inOnePiece ||
  values.toolStyle !== 'growing' ||
  [...PARAMETERS, ...TEXTS].some((field) => values[field] !== '')
