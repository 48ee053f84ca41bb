import { z } from 'zod'

import { HOSTILE_JSON, HOSTILE_TEXTS } from './hostileValues.ts'
import type { Choice } from './seededChoice.ts'

/** The part of JSON Schema that the OpenAPI document uses. */
export interface JsonSchema {
  readonly $ref?: string | undefined
  readonly anyOf?: readonly JsonSchema[] | undefined
  readonly oneOf?: readonly JsonSchema[] | undefined
  readonly const?: unknown
  readonly enum?: readonly unknown[] | undefined
  readonly type?: string | readonly string[] | undefined
  readonly minLength?: number | undefined
  readonly minimum?: number | undefined
  readonly items?: JsonSchema | undefined
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined
  readonly required?: readonly string[] | undefined
}

export const JsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    anyOf: z.array(JsonSchema).optional(),
    oneOf: z.array(JsonSchema).optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    minLength: z.number().optional(),
    minimum: z.number().optional(),
    items: JsonSchema.optional(),
    properties: z.record(z.string(), JsonSchema).optional(),
    required: z.array(z.string()).optional(),
  }),
)

export interface JsonTools extends Choice {
  readonly schemas: Readonly<Record<string, JsonSchema>>
  /** Of each value: how probably it is a hostile one. */
  readonly hostility: number
  /** Good values for a property with this name; null to take one by its schema. */
  readonly known: (name: string) => readonly string[] | null
  /** No request may leave this machine: all addresses of models begin with this one. */
  readonly providerUrl: string
}

const REFERENCE = '#/components/schemas/'

/** JSON that fits the schema, except for its hostile values. */
export function jsonFromSchema(schema: JsonSchema, tools: JsonTools, name = ''): string {
  const { pick, happens, hostility, schemas } = tools
  if (name === 'baseUrl') return JSON.stringify(hostileAddress(tools))
  if (name !== '' && happens(hostility)) return pick(HOSTILE_JSON)
  if (schema.$ref !== undefined) {
    return jsonFromSchema(schemas[schema.$ref.slice(REFERENCE.length)] ?? {}, tools, name)
  }
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return jsonFromSchema(pick(choices), tools, name)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return JSON.stringify(pick(schema.enum))
  return jsonOfType(schema, tools, name)
}

const TEXTS = ['I look around.', 'Ä', '猫'.repeat(20)]

function jsonOfType(schema: JsonSchema, tools: JsonTools, name: string): string {
  const { pick, happens, hostility } = tools
  const { properties = {}, required = [], items = {}, minLength = 0, minimum = 1 } = schema
  switch (typeof schema.type === 'object' ? pick(schema.type) : schema.type) {
    case 'string':
      return JSON.stringify(pick(tools.known(name) ?? TEXTS).padEnd(minLength, 'x'))
    case 'integer':
    case 'number':
      return String(Math.max(minimum, 1))
    case 'boolean':
      return pick(['true', 'false'])
    case 'array':
      return `[${Array.from({ length: pick([0, 1, 3]) }, () => jsonFromSchema(items, tools, name || 'item')).join()}]`
    case 'object': {
      const chosen = Object.entries(properties).filter(
        ([key]) => key === 'baseUrl' || (required.includes(key) ? !happens(hostility / 4) : happens(0.4)),
      )
      const fields = chosen.map(([key, value]) => `${JSON.stringify(key)}:${jsonFromSchema(value, tools, key)}`)
      if (happens(hostility)) fields.push(`${JSON.stringify(pick(HOSTILE_TEXTS))}:${pick(HOSTILE_JSON)}`)
      return `{${fields.join()}}`
    }
    default:
      return 'null'
  }
}

function hostileAddress({ pick, happens, hostility, providerUrl }: JsonTools): string {
  return happens(hostility) ? `${providerUrl}/${pick(HOSTILE_TEXTS)}` : `${providerUrl}/v1`
}
