import type { LanguageModelV4StreamPart } from '@ai-sdk/provider'

import { createStreamFilter, hideTexts, type StreamFilter } from '../../models/keys/streamFilter.ts'
import type { Narrator } from '../../models/narrator.ts'

export type Part = LanguageModelV4StreamPart
export type Redaction = Pick<Narrator, 'redact' | 'secretForms'>

/** Removes secrets from the parts of a stream. */
export interface PartRedactor {
  /** What can be shown so far. */
  read(part: Part): readonly Part[]
  /** What was held back of texts that have not ended. */
  end(): readonly Part[]
}

type Delta = Extract<Part, { readonly delta: string }>
type Written = Pick<Delta, 'type' | 'id'> & { readonly filter: StreamFilter }

export function createPartRedactor({ redact, secretForms }: Redaction): PartRedactor {
  const open = new Map<string, Written>()
  const endOne = (key: string): Delta[] => {
    const written = open.get(key)
    open.delete(key)
    const delta = written?.filter.end() ?? ''
    return written === undefined || delta === '' ? [] : [{ type: written.type, id: written.id, delta }]
  }
  const filterOf = (part: Delta): StreamFilter => {
    const { type, id } = part
    const key = keyOf(part)
    const known = open.get(key)
    if (known !== undefined) return known.filter
    const filter = createStreamFilter(secretForms)
    open.set(key, { type, id, filter })
    return filter
  }
  const end = (): Delta[] => [...open.keys()].flatMap(endOne)
  return {
    read(part) {
      switch (part.type) {
        case 'text-delta':
        case 'reasoning-delta':
        case 'tool-input-delta': {
          const delta = filterOf(part).write(part.delta)
          return [delta === part.delta ? part : { ...part, delta }]
        }
        case 'text-end':
        case 'reasoning-end':
        case 'tool-input-end':
          return [...endOne(keyOf(part)), part]
        case 'tool-call':
          return [{ ...part, input: hideTexts(part.input, secretForms) }]
        case 'error':
        case 'finish':
          return [...end(), part]
        default:
          return [hideNames(part, redact)]
      }
    },
    end,
  }
}

/** The same id may be that of a text and of a call. */
const keyOf = ({ type, id }: { readonly type: string; readonly id: string }): string =>
  `${type.slice(0, type.lastIndexOf('-'))} ${id}`

function hideNames(part: Part, hide: Narrator['redact']): Part {
  if (part.type === 'response-metadata') {
    return part.modelId === undefined ? part : { ...part, modelId: hide(part.modelId) }
  }
  if (part.type !== 'stream-start') return part
  return {
    ...part,
    warnings: part.warnings.map((warning) =>
      'message' in warning
        ? { ...warning, message: hide(warning.message) }
        : { ...warning, feature: hide(warning.feature) },
    ),
  }
}
