import type { Json } from '../../json.ts'
import type { ModelParameters } from '../parameters/modelParameters.ts'
import { isList, isObject, type JsonObject, mapFields, mapItems, parseJson } from './jsonTree.ts'
import { looksSecret } from './looksSecret.ts'
import { pairItems } from './pairItems.ts'
import { isSealed, MASK, sealJson, type Sealing, unseal } from './sealedValue.ts'
import { isSecretName } from './secretName.ts'

type Body = ModelParameters['extraBody']

export function maskBody(body: Body): Body {
  return mapSecrets(body, () => MASK)
}

/** The body to store: each secret is encrypted as a whole, whatever it is made of. Masked values stay masked. */
export function sealBody(body: Body, sealing: Sealing): Body {
  return mapSecrets(body, (value) => (value === MASK ? value : sealJson(value, sealing)))
}

/** The body to send. Values that can't be decrypted go to `onUnreadable` with their path, and are left out. */
export function openBody(body: Body, sealing: Sealing, onUnreadable: (path: string) => void): Body {
  return mapSecrets(body, (value, path) => {
    if (!isSealed(value)) return value
    const text = unseal(value, sealing)
    if (text !== null) return parseJson(text)
    onUnreadable(path)
    return undefined
  })
}

export type KeepValue = (path: string, stored: Json | undefined) => Json | undefined

/** The stored value of each masked one goes through `keep`, which may drop it. */
export function restoreBody(body: Body, stored: Body, keep: KeepValue): Body {
  const restored = body === null ? null : restoreObject(body, stored ?? {}, { keep, path: '' })
  return restored === null || Object.keys(restored).length === 0 ? null : restored
}

interface Place {
  readonly keep: KeepValue
  readonly path: string
}

function restoreObject(object: JsonObject, stored: JsonObject, { keep, path }: Place): JsonObject {
  const known = new Map(Object.entries(stored))
  return mapFields(object, (name, value) => {
    const before = known.get(name)
    const fieldPath = joined(path, name)
    if (value === MASK && isSecretName(name)) return keep(fieldPath, before)
    return restoreValue(value, before, { keep, path: fieldPath })
  })
}

function restoreValue(value: Json, stored: Json | undefined, { keep, path }: Place): Json | undefined {
  if (value === MASK && isSealed(stored)) return keep(path, stored)
  if (isObject(value)) return restoreObject(value, isObject(stored) ? stored : {}, { keep, path })
  if (!isList(value)) return value
  const before = pairItems(value, isList(stored) ? stored : [], maskValue)
  return mapItems(value, (item, at) => restoreValue(item, before[at], { keep, path: joined(path, String(at)) }))
}

type Replace = (value: Json, path: string) => Json | undefined

/** Replaces each secret; null instead of an empty body. */
export function mapSecrets(body: Body, replace: Replace): Body {
  const mapped = body === null ? {} : mapObject(body, replace, '')
  return Object.keys(mapped).length === 0 ? null : mapped
}

function mapObject(object: JsonObject, replace: Replace, path: string): JsonObject {
  const isLabeled = ['name', 'key', 'header'].some((label) => isSecretLabel(object[label]))
  return mapFields(object, (name, value) => {
    const isNamed = isSecretName(name) || (isLabeled && name === 'value')
    const fieldPath = joined(path, name)
    return isNamed && holdsSomething(value) ? replace(value, fieldPath) : mapValue(value, replace, fieldPath)
  })
}

function mapValue(value: Json, replace: Replace, path: string): Json | undefined {
  if (typeof value === 'string') return isSealed(value) || looksSecret(value) ? replace(value, path) : value
  if (isList(value)) return mapItems(value, (item, at) => mapValue(item, replace, joined(path, String(at))))
  return isObject(value) ? mapObject(value, replace, path) : value
}

const maskValue = (value: Json): Json => mapValue(value, () => MASK, '') ?? null

/** `Authorization` in `{"name": "Authorization", "value": "…"}`. */
const isSecretLabel = (label: Json | undefined): boolean => typeof label === 'string' && isSecretName(label)

function holdsSomething(value: Json): boolean {
  if (isList(value) || isObject(value)) return Object.keys(value).length > 0
  return typeof value === 'number' || (typeof value === 'string' && value !== '')
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)
