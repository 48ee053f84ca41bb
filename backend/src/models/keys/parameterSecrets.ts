import type { Json } from '../../json.ts'
import type { ModelParameters } from '../parameters/modelParameters.ts'
import { mapSecrets, maskBody, openBody, restoreBody, sealBody } from './bodySecrets.ts'
import { maskHeaders, openHeaders, restoreHeaders, sealHeaders } from './headerSecrets.ts'
import { parseJson } from './jsonTree.ts'
import { isSealed, seal, sealJson, type Sealing, unseal } from './sealedValue.ts'

/** A field of the form, and the name of a secret in it. */
export interface SecretPlace {
  readonly field: 'extraHeaders' | 'extraBody'
  readonly path: string
}

/** For people and snapshots: every secret is masked. */
export function maskSecrets(parameters: ModelParameters): ModelParameters {
  const { extraHeaders, extraBody } = parameters
  return { ...parameters, extraHeaders: maskHeaders(extraHeaders), extraBody: maskBody(extraBody) }
}

export interface OpenedParameters {
  readonly parameters: ModelParameters
  /** The secrets that can't be decrypted. They are left out. */
  readonly unreadable: readonly SecretPlace[]
}

/** For requests: every secret is decrypted. */
export function openSecrets(parameters: ModelParameters, sealing: Sealing): OpenedParameters {
  const unreadable: SecretPlace[] = []
  const extraHeaders = openHeaders(parameters.extraHeaders, sealing, (path) => {
    unreadable.push({ field: 'extraHeaders', path })
  })
  const extraBody = openBody(parameters.extraBody, sealing, (path) => {
    unreadable.push({ field: 'extraBody', path })
  })
  return { parameters: { ...parameters, extraHeaders, extraBody }, unreadable }
}

export interface SealedParameters {
  readonly parameters: ModelParameters
  /** The masked secrets without a stored value. They are left out. */
  readonly missing: readonly SecretPlace[]
}

/** For the database: every secret is encrypted. A masked one keeps its stored value, readable or not. */
export function sealSecrets(
  parameters: ModelParameters,
  stored: ModelParameters | null,
  sealing: Sealing,
): SealedParameters {
  const sealed = {
    ...parameters,
    extraHeaders: sealHeaders(parameters.extraHeaders, sealing),
    extraBody: sealBody(parameters.extraBody, sealing),
  }
  const missing: SecretPlace[] = []
  const restored = restoreMasked(sealed, stored, {
    toHeader: (value) => (isSealed(value) ? value : seal(value, sealing)),
    toField: (value) => (isSealed(value) ? value : sealJson(value, sealing)),
    onMissing: (place) => missing.push(place),
  })
  return { parameters: restored, missing }
}

/** For requests of a form: a masked secret has its stored value, decrypted. The others are as they were typed. */
export function openMasked(
  parameters: ModelParameters,
  stored: ModelParameters | null,
  sealing: Sealing,
): OpenedParameters {
  const unreadable: SecretPlace[] = []
  const restored = restoreMasked(parameters, stored, {
    toHeader: (value) => (isSealed(value) ? unseal(value, sealing) : value),
    toField: (value) => (isSealed(value) ? openField(value, sealing) : value),
    onUnreadable: (place) => unreadable.push(place),
  })
  return { parameters: restored, unreadable }
}

/** For files: without any secret. */
export function withoutSecrets({ extraHeaders, extraBody, ...rest }: ModelParameters): {
  readonly parameters: ModelParameters
  readonly left: readonly SecretPlace[]
} {
  const left: SecretPlace[] = []
  const leaveHeader = (path: string) => void left.push({ field: 'extraHeaders', path })
  const leaveField = (_: Json, path: string) => void left.push({ field: 'extraBody', path })
  const headers = restoreHeaders(maskHeaders(extraHeaders), extraHeaders, leaveHeader)
  return { parameters: { ...rest, extraHeaders: headers, extraBody: mapSecrets(extraBody, leaveField) }, left }
}

function openField(sealed: string, sealing: Sealing): Json {
  const text = unseal(sealed, sealing)
  return text === null ? null : parseJson(text)
}

interface Restoring {
  /** Null for a stored value that can't be decrypted. */
  readonly toHeader: (stored: string) => string | null
  readonly toField: (stored: Json) => Json
  readonly onMissing?: (place: SecretPlace) => void
  readonly onUnreadable?: (place: SecretPlace) => void
}

function restoreMasked(
  parameters: ModelParameters,
  stored: ModelParameters | null,
  { toHeader, toField, onMissing, onUnreadable }: Restoring,
): ModelParameters {
  const keep =
    <Value extends Json>(field: SecretPlace['field'], use: (value: Value) => Value | null) =>
    (path: string, before: Value | undefined): Value | undefined => {
      if (before === undefined) onMissing?.({ field, path })
      const value = before === undefined ? null : use(before)
      if (before !== undefined && value === null) onUnreadable?.({ field, path })
      return value ?? undefined
    }
  return {
    ...parameters,
    extraHeaders: restoreHeaders(
      parameters.extraHeaders,
      stored?.extraHeaders ?? null,
      keep<string>('extraHeaders', toHeader),
    ),
    extraBody: restoreBody(parameters.extraBody, stored?.extraBody ?? null, keep<Json>('extraBody', toField)),
  }
}
