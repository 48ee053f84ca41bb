import type { KeyChange } from './modelConfigValues.ts'

/** In a request, an absent key keeps the stored one, text replaces it and null removes it. */
export function toKeyField(change: KeyChange): { readonly apiKey?: string | null } {
  switch (change.kind) {
    case 'keep':
      return {}
    case 'remove':
      return { apiKey: null }
    case 'replace':
      return change.text === '' ? {} : { apiKey: change.text }
  }
}
