import type { ModelParameters } from '../parameters/modelParameters.ts'
import { isSealed, MASK, seal, type Sealing, unseal } from './sealedValue.ts'
import { isSecretName } from './secretName.ts'

type Headers = ModelParameters['extraHeaders']

const isSecret = (name: string, value: string): boolean => isSecretName(name) || isSealed(value)

export function maskHeaders(headers: Headers): Headers {
  return mapHeaders(headers, (name, value) => (isSecret(name, value) ? MASK : value))
}

/** The headers to store. Masked values stay masked. */
export function sealHeaders(headers: Headers, sealing: Sealing): Headers {
  return mapHeaders(headers, (name, value) => (value !== MASK && isSecret(name, value) ? seal(value, sealing) : value))
}

/** The stored value of each masked header goes through `keep`, which may drop it. */
export function restoreHeaders(
  headers: Headers,
  stored: Headers,
  keep: (name: string, stored: string | undefined) => string | undefined,
): Headers {
  const known = new Map(Object.entries(stored ?? {}))
  return mapHeaders(headers, (name, value) => {
    const before = known.get(name)
    const isMasked = value === MASK && (isSecretName(name) || isSealed(before))
    return isMasked ? keep(name, before) : value
  })
}

/** The headers to send. Those that can't be decrypted go to `onUnreadable`, and are left out. */
export function openHeaders(headers: Headers, sealing: Sealing, onUnreadable: (name: string) => void): Headers {
  return mapHeaders(headers, (name, value) => {
    if (!isSealed(value)) return value
    const text = unseal(value, sealing)
    if (text === null) onUnreadable(name)
    return text ?? undefined
  })
}

/** Drops headers without a value; returns null instead of an empty object. */
function mapHeaders(headers: Headers, toValue: (name: string, value: string) => string | undefined): Headers {
  const mapped = Object.entries(headers ?? {}).flatMap(([name, value]): [string, string][] => {
    const next = toValue(name, value)
    return next === undefined ? [] : [[name, next]]
  })
  return mapped.length === 0 ? null : Object.fromEntries(mapped)
}
