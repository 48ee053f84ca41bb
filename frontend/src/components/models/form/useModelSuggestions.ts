import { useRef, useState } from 'react'

import type { FetchedModels, ModelConfigDraft } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import type { ModelConfigFormActions } from './formTypes.ts'

type State =
  /** `unready`: a value that the request needs is missing. */
  | { readonly kind: 'none' | 'unready' | 'loading' }
  | { readonly kind: 'listed'; readonly list: FetchedModels }
  | { readonly kind: 'failed'; readonly error: UserError }

export interface ModelSuggestions {
  readonly state: State
  /** Requests the list unless it is loaded. */
  readonly load: () => void
}

/** The models of the form's provider, requested when the list is opened. */
export function useModelSuggestions(
  draft: ModelConfigDraft,
  isReady: boolean,
  listModels: ModelConfigFormActions['listModels'],
): ModelSuggestions {
  const { provider, baseUrl, exactAddress, apiKey, id, extraHeaders } = draft
  const source = JSON.stringify([provider, baseUrl, exactAddress, apiKey, id, extraHeaders])
  const [requested, setRequested] = useState<{ readonly source: string; readonly state: State }>(NOTHING)
  const latest = useRef('')
  const isCurrent = requested.source === source

  const load = () => {
    if (!isReady || (isCurrent && requested.state.kind !== 'failed')) return
    latest.current = source
    setRequested({ source, state: { kind: 'loading' } })
    void listModels(draft).then((listed) => {
      if (latest.current !== source) return
      const state: State =
        'answer' in listed ? { kind: 'listed', list: listed.answer } : { kind: 'failed', error: listed.error }
      setRequested({ source, state })
    })
  }
  return { state: !isReady ? UNREADY : isCurrent ? requested.state : NOTHING.state, load }
}

const UNREADY: State = { kind: 'unready' }
const NOTHING: { readonly source: string; readonly state: State } = { source: '', state: { kind: 'none' } }
