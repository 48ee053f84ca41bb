import { findPayloadKey } from '../actions/findAction.ts'
import type { GamebookFunction, Parameter } from '../gamebook/gamebook.ts'

/** A function as a tool of a language model. */
export interface ToolDefinition {
  readonly name: string
  readonly description: string
  readonly strict: true
  readonly parameters: ToolParameters
}

/** The JSON Schema of a tool's arguments. */
export interface ToolParameters {
  readonly type: 'object'
  readonly additionalProperties: false
  readonly required: readonly string[]
  readonly properties: { readonly [name: string]: ToolParameter }
}

export interface ToolParameter {
  readonly type: JsonType | readonly JsonType[]
  readonly description: string
  readonly minimum?: number
  readonly maximum?: number
  readonly enum?: readonly (string | number | null)[]
}

type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'null'

/** The description of a parameter that the engine adds: the author's, else that of the action. */
export function builtInDescription(fn: GamebookFunction, name: string): string {
  const defaultText = findPayloadKey(fn.mainAction?.action ?? '', name)?.choices?.description ?? name
  return authorsDescription(fn, name, defaultText)
}

/** The author's description of a parameter, else the default. */
export function authorsDescription({ properties }: GamebookFunction, name: string, defaultText: string): string {
  return properties.has(name) ? (properties.get(name) ?? '') : defaultText
}

/**
 * The schema of a parameter; an optional one may also be null.
 * @param ids the ids that are allowed now; null leaves them out, and the engine alone checks the id
 */
export function toToolParameter(
  parameter: Parameter,
  description: string,
  ids: readonly string[] | null = null,
): ToolParameter {
  const { type, ...limits } = schemaOf(parameter, ids)
  if (parameter.required) return { type, description, ...limits }
  const types = typeof type === 'string' ? [type] : type
  const choices = limits.enum !== undefined && { enum: [...limits.enum, null] }
  return { type: [...types, 'null'], description, ...limits, ...choices }
}

function schemaOf(parameter: Parameter, ids: readonly string[] | null): Omit<ToolParameter, 'description'> {
  switch (parameter.type) {
    case 'text':
      return { type: 'string' }
    case 'integer':
      return { type: 'integer', minimum: parameter.min, maximum: parameter.max }
    case 'boolean':
      return { type: 'boolean' }
    case 'choice':
      return { type: typesOf(parameter.values), enum: parameter.values }
    case 'entity':
    case 'speaker':
    case 'field':
      return { type: 'string', ...(ids !== null && { enum: ids }) }
    case 'topic':
      return { type: 'string' }
  }
}

function typesOf(values: readonly (string | number)[]): ToolParameter['type'] {
  const types = [...new Set(values.map((value): JsonType => (typeof value === 'string' ? 'string' : 'integer')))]
  const [only = 'string', ...others] = types
  return others.length === 0 ? only : types
}
