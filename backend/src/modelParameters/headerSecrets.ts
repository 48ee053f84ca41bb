import type { KeySeal } from '../db/keySeal.ts'
import type { ModelParameters } from './modelParameters.ts'
import { isSecretName } from './secretName.ts'

type Headers = ModelParameters['extraHeaders']

/** Stands for a header's value that is kept and not shown. Sent back, it keeps what is stored. */
export const HIDDEN_VALUE = '********'
const SEALED = 'sealed:'

/** The headers as they may be shown: those that are named like secrets without their values. */
export function hideHeaders(headers: Headers): Headers {
  return mapHeaders(headers, (name, value) => (isSecretName(name) ? HIDDEN_VALUE : value))
}

interface Sealing {
  readonly keySeal: KeySeal
  /** The id of the model config. */
  readonly owner: string
  /** What is stored for the same host; null where there is nothing to keep. */
  readonly kept: Headers
}

/** The headers as they are stored: values that are named like secrets encrypted, as keys are. */
export function sealHeaders(headers: Headers, { keySeal, owner, kept }: Sealing): Headers {
  return mapHeaders(headers, (name, value) => {
    if (!isSecretName(name)) return value
    return value === HIDDEN_VALUE ? kept?.[name] : `${SEALED}${keySeal.seal(value, owner)}`
  })
}

/** The headers as they are sent. `onUnreadable` is for a value that opens no more, and throws. */
export function openHeaders(
  headers: Headers,
  { keySeal, owner }: Omit<Sealing, 'kept'>,
  onUnreadable: () => never,
): Headers {
  return mapHeaders(headers, (name, value) => {
    if (!isSecretName(name) || !value.startsWith(SEALED)) return value
    return keySeal.open(value.slice(SEALED.length), owner) ?? onUnreadable()
  })
}

export function isAnyHidden(headers: Headers): boolean {
  return Object.values(headers ?? {}).includes(HIDDEN_VALUE)
}

/** A form's headers with what is stored in the place of what was not shown. */
export function fillHidden(headers: Headers, stored: Headers): Headers {
  return mapHeaders(headers, (name, value) => (isSecretName(name) && value === HIDDEN_VALUE ? stored?.[name] : value))
}

/** What has no value any more is left out; without headers there is null. */
function mapHeaders(headers: Headers, toValue: (name: string, value: string) => string | undefined): Headers {
  const mapped = Object.entries(headers ?? {}).flatMap(([name, value]): [string, string][] => {
    const next = toValue(name, value)
    return next === undefined ? [] : [[name, next]]
  })
  return mapped.length === 0 ? null : Object.fromEntries(mapped)
}
