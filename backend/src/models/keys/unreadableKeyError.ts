import { AppError } from '../../errors.ts'
import type { SecretPlace } from './parameterSecrets.ts'

/** The server's secret has changed since these secrets were stored. */
export class UnreadableKeyError extends AppError {
  override readonly name = 'UnreadableKeyError'
  readonly code = 'unreadable-key'
  override readonly errors: Readonly<Record<string, string>>

  constructor(unreadable: UnreadableSecrets) {
    super(
      `${listUnreadable(unreadable)} can't be decrypted: the server's secret has changed.`,
      unreadable.places.length === 0
        ? 'Enter the key again.'
        : 'Enter it again in the settings of the model, or remove it.',
    )
    this.errors = describeUnreadable(unreadable)
  }
}

export interface UnreadableSecrets {
  readonly apiKey: boolean
  readonly places: readonly SecretPlace[]
}

/** Messages by field. */
export function describeUnreadable({ apiKey, places }: UnreadableSecrets): Readonly<Record<string, string>> {
  const pathsIn = (field: SecretPlace['field']) =>
    places.filter((place) => place.field === field).map(({ path }) => path)
  const [headers, fields] = [pathsIn('extraHeaders'), pathsIn('extraBody')]
  return {
    ...(apiKey && { apiKey: "Can't be decrypted. Enter the key again, or remove it." }),
    ...(headers.length > 0 && { extraHeaders: enterAgain(headers) }),
    ...(fields.length > 0 && { extraBody: enterAgain(fields) }),
  }
}

const enterAgain = (names: readonly string[]): string =>
  `Can't be decrypted: ${names.join(', ')}. Enter ${names.length === 1 ? 'its value' : 'their values'} again, or remove ${names.length === 1 ? 'it' : 'them'}.`

function listUnreadable({ apiKey, places }: UnreadableSecrets): string {
  const names = places.map(({ path }) => path)
  if (names.length === 0) return 'The stored API key'
  return `${apiKey ? 'The stored API key and the' : 'The'} stored ${names.length === 1 ? 'value' : 'values'} of ${names.join(', ')}`
}
