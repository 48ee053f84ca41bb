import { useRef, useState } from 'react'

import type { FetchedModels, ModelConfigDraft } from '../../../types/api.ts'
import type { UserError } from '../../../types/userError.ts'
import type { ModelConfigFormActions } from './formTypes.ts'

type State =
  /** `unready`: something is missing for the question. */
  | { readonly kind: 'none' | 'unready' | 'loading' }
  | { readonly kind: 'listed'; readonly list: FetchedModels }
  | { readonly kind: 'failed'; readonly trouble: UserError }

export interface ModelSuggestions {
  readonly state: State
  /** Asks for the list, unless it is here already. */
  readonly load: () => void
}

/** The models that the provider of the form offers, asked for when somebody wants to see them. */
export function useModelSuggestions(
  draft: ModelConfigDraft,
  isReady: boolean,
  listModels: ModelConfigFormActions['listModels'],
): ModelSuggestions {
  const { provider, baseUrl, exactAddress, apiKey, id, extraHeaders } = draft
  const source = JSON.stringify([provider, baseUrl, exactAddress, apiKey, id, extraHeaders])
  const [asked, setAsked] = useState<{ readonly source: string; readonly state: State }>(NOTHING)
  const latest = useRef('')
  const isCurrent = asked.source === source

  const load = () => {
    if (!isReady || (isCurrent && asked.state.kind !== 'failed')) return
    latest.current = source
    setAsked({ source, state: { kind: 'loading' } })
    void listModels(draft).then((listed) => {
      if (latest.current !== source) return
      const state: State =
        'answer' in listed ? { kind: 'listed', list: listed.answer } : { kind: 'failed', trouble: listed.trouble }
      setAsked({ source, state })
    })
  }
  return { state: !isReady ? UNREADY : isCurrent ? asked.state : NOTHING.state, load }
}

const UNREADY: State = { kind: 'unready' }
const NOTHING: { readonly source: string; readonly state: State } = { source: '', state: { kind: 'none' } }
