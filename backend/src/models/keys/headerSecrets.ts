import type { KeyCipher } from './keyCipher.ts'
import type { ModelParameters } from '../parameters/modelParameters.ts'
import { isSecretName } from './secretName.ts'

type Headers = ModelParameters['extraHeaders']

/** Replaces a stored header value that is not shown. A form that sends it back keeps the stored value. */
export const MASK = '********'
const ENCRYPTED_PREFIX = 'sealed:'

/** The headers with the values masked whose names look like secrets. */
export function maskHeaders(headers: Headers): Headers {
  return mapHeaders(headers, (name, value) => (isSecretName(name) ? MASK : value))
}

interface HeaderEncryption {
  readonly keyCipher: KeyCipher
  /** The id of the model config. */
  readonly owner: string
  /** The stored headers for the same host; null if there are none to keep. */
  readonly kept: Headers
}

/** The headers to store, with the values encrypted whose names look like secrets. */
export function encryptHeaders(headers: Headers, { keyCipher, owner, kept }: HeaderEncryption): Headers {
  return mapHeaders(headers, (name, value) => {
    if (!isSecretName(name)) return value
    return value === MASK ? kept?.[name] : `${ENCRYPTED_PREFIX}${keyCipher.encrypt(value, owner)}`
  })
}

/** The headers to send. `onUnreadable` throws for a value that can't be decrypted. */
export function decryptHeaders(
  headers: Headers,
  { keyCipher, owner }: Omit<HeaderEncryption, 'kept'>,
  onUnreadable: () => never,
): Headers {
  return mapHeaders(headers, (name, value) => {
    if (!isSecretName(name) || !value.startsWith(ENCRYPTED_PREFIX)) return value
    return keyCipher.decrypt(value.slice(ENCRYPTED_PREFIX.length), owner) ?? onUnreadable()
  })
}

export function hasMasked(headers: Headers): boolean {
  return Object.values(headers ?? {}).includes(MASK)
}

/** The headers of a form, with the stored values in place of masked ones. */
export function restoreMasked(headers: Headers, stored: Headers): Headers {
  return mapHeaders(headers, (name, value) => (isSecretName(name) && value === MASK ? stored?.[name] : value))
}

/** Drops headers without a value; returns null instead of an empty object. */
function mapHeaders(headers: Headers, toValue: (name: string, value: string) => string | undefined): Headers {
  const mapped = Object.entries(headers ?? {}).flatMap(([name, value]): [string, string][] => {
    const next = toValue(name, value)
    return next === undefined ? [] : [[name, next]]
  })
  return mapped.length === 0 ? null : Object.fromEntries(mapped)
}
