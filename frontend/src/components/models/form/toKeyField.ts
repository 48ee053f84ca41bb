import type { KeyChange } from './modelConfigValues.ts'

/** Absent keeps the stored key, text replaces it, null removes it. */
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
