import type { KeyCipher } from './keyCipher.ts'
import type { ModelParameters } from '../parameters/modelParameters.ts'
import { isSecretName } from './secretName.ts'

type Headers = ModelParameters['extraHeaders']

/** Stands for a header's value that is kept and not shown. Sent back, it keeps what is stored. */
export const MASK = '********'
const SEALED = 'sealed:'

/** The headers as they may be shown: those that are named like secrets without their values. */
export function maskHeaders(headers: Headers): Headers {
  return mapHeaders(headers, (name, value) => (isSecretName(name) ? MASK : value))
}

interface Sealing {
  readonly keySeal: KeyCipher
  /** The id of the model config. */
  readonly owner: string
  /** What is stored for the same host; null where there is nothing to keep. */
  readonly kept: Headers
}

/** The headers as they are stored: values that are named like secrets encrypted, as keys are. */
export function encryptHeaders(headers: Headers, { keySeal, owner, kept }: Sealing): Headers {
  return mapHeaders(headers, (name, value) => {
    if (!isSecretName(name)) return value
    return value === MASK ? kept?.[name] : `${SEALED}${keySeal.seal(value, owner)}`
  })
}

/** The headers as they are sent. `onUnreadable` is for a value that opens no more, and throws. */
export function decryptHeaders(
  headers: Headers,
  { keySeal, owner }: Omit<Sealing, 'kept'>,
  onUnreadable: () => never,
): Headers {
  return mapHeaders(headers, (name, value) => {
    if (!isSecretName(name) || !value.startsWith(SEALED)) return value
    return keySeal.open(value.slice(SEALED.length), owner) ?? onUnreadable()
  })
}

export function hasMasked(headers: Headers): boolean {
  return Object.values(headers ?? {}).includes(MASK)
}

/** A form's headers with what is stored in the place of what was not shown. */
export function restoreMasked(headers: Headers, stored: Headers): Headers {
  return mapHeaders(headers, (name, value) => (isSecretName(name) && value === MASK ? stored?.[name] : value))
}

/** What has no value any more is left out; without headers there is null. */
function mapHeaders(headers: Headers, toValue: (name: string, value: string) => string | undefined): Headers {
  const mapped = Object.entries(headers ?? {}).flatMap(([name, value]): [string, string][] => {
    const next = toValue(name, value)
    return next === undefined ? [] : [[name, next]]
  })
  return mapped.length === 0 ? null : Object.fromEntries(mapped)
}
