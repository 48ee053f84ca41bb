import { z } from 'zod'

import {
  BROKEN_BODIES,
  CONTENT_TYPES,
  HOSTILE_HEADERS,
  HOSTILE_JSON,
  HOSTILE_SEGMENTS,
  HOSTILE_TEXTS,
} from './hostileValues.ts'
import { jsonFromSchema, JsonSchema } from './jsonFromSchema.ts'
import { seededChoice } from './seededChoice.ts'

const Operation = z.object({
  parameters: z.array(z.object({ in: z.string(), name: z.string(), schema: JsonSchema })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: JsonSchema })) }).optional(),
})

/** What the generator reads of an OpenAPI document. */
export const ApiDocument = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), JsonSchema) }),
})
export type ApiDocument = z.infer<typeof ApiDocument>

export interface HostileRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What exists at the moment, by the names that parameters and properties have for it. */
export type Known = Readonly<Record<string, readonly string[]>>

export interface HostileRequestOptions {
  readonly document: ApiDocument
  readonly seed: number
  readonly providerUrl: string
  readonly known: () => Known
}

const OTHER_METHODS = ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST', 'GET']

/** Makes requests to all operations: of the right shape, with hostile values. The same ones for the same seed. */
export function hostileRequests({ document, seed, providerUrl, known }: HostileRequestOptions): () => HostileRequest {
  const choice = seededChoice(seed)
  const { pick, happens } = choice
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  )

  const segment = (path: string, name: string): string => {
    if (happens(0.15)) return pick(HOSTILE_SEGMENTS)
    const owner = path.startsWith('/api/model-configs') ? 'modelConfigId' : 'sessionId'
    return encodeURIComponent(pick(known()[name === 'id' ? owner : name] ?? ['a']))
  }

  const query = (parameters: z.infer<typeof Operation>['parameters']): string => {
    const chosen = parameters.filter((parameter) => parameter.in === 'query' && happens(0.5))
    const pairs = chosen.map(
      ({ name }) => `${name}=${happens(0.5) ? encode(pick(HOSTILE_TEXTS)) : pick(['1', 'true'])}`,
    )
    if (happens(0.05)) pairs.push(pick(['%', '__proto__[a]=1', 'a=%ED%A0%BD', '&&==', 'limit=1&limit=2']))
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`
  }

  const body = (schema: JsonSchema): string => {
    if (happens(0.06)) return pick(BROKEN_BODIES)
    if (happens(0.04)) return pick(HOSTILE_JSON)
    const json = jsonFromSchema(schema, {
      ...choice,
      schemas: document.components.schemas,
      hostility: pick([0, 0.1, 0.3]),
      known: (name) => known()[name] ?? null,
      providerUrl,
    })
    return happens(0.03) ? json.slice(0, -1) : json
  }

  return () => {
    const operation = pick(operations)
    const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segment(operation.path, name))
    const path = happens(0.02) ? filled.replace('/api/', pick(['/api//', '/API/', '/api/./', '/api/../api/'])) : filled
    const request = {
      method: happens(0.04) ? pick(OTHER_METHODS) : operation.method,
      path: path + query(operation.parameters),
    }
    const headers = happens(0.05) ? pick(HOSTILE_HEADERS) : {}
    const schema = operation.requestBody?.content['application/json']?.schema
    if (schema === undefined || request.method === 'GET' || request.method === 'HEAD') return { ...request, headers }
    const type = happens(0.05) ? pick(CONTENT_TYPES) : 'application/json'
    return { ...request, headers: { 'content-type': type, ...headers }, body: body(schema) }
  }
}

/** Half a character can't be in an address. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).slice(0, 2000)
