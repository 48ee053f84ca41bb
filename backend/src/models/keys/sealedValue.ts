import type { Json } from '../../json.ts'
import type { KeyCipher } from './keyCipher.ts'

/** Replaces a stored secret in responses. A form that sends it back keeps the stored value. */
export const MASK = '********'
const PREFIX = 'sealed:'

/** The cipher, and the id of the model config that the secrets belong to. */
export interface Sealing {
  readonly keyCipher: KeyCipher
  readonly owner: string
}

export const isSealed = (value: unknown): value is string => typeof value === 'string' && value.startsWith(PREFIX)

export const seal = (text: string, { keyCipher, owner }: Sealing): string =>
  `${PREFIX}${keyCipher.encrypt(text, owner)}`

/** Null if it was sealed with another secret or for another config. */
export const unseal = (sealed: string, { keyCipher, owner }: Sealing): string | null =>
  keyCipher.decrypt(sealed.slice(PREFIX.length), owner)

/** Keeps numbers and lists what they are. */
export const sealJson = (value: Json, sealing: Sealing): string => seal(JSON.stringify(value), sealing)
