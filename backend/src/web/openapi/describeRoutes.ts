import type { RouteOptions } from 'fastify'
import { z } from 'zod'

import { VERSION } from '../../version.ts'
import { problemTypes } from '../problems/problemTypes.ts'
import { type JsonSchema, SchemaComponents } from './schemaComponents.ts'
import { Problem } from '../schemas/common.ts'

export interface OpenapiDocument {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

export interface Operation {
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required: boolean
  readonly schema: JsonSchema
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>

/** The schema of a route. */
const RouteSchema = z.object({
  hide: z.boolean().optional(),
  tags: z.array(z.string()).default([]),
  summary: z.string().default(''),
  description: z.string().optional(),
  params: z.instanceof(z.ZodObject).optional(),
  querystring: z.instanceof(z.ZodObject).optional(),
  body: z.instanceof(z.ZodType).optional(),
  response: z
    .record(
      z.string(),
      z.union([
        z.instanceof(z.ZodType),
        z.object({
          description: z.string(),
          content: z.record(z.string(), z.object({ schema: z.instanceof(z.ZodType) })),
        }),
      ]),
    )
    .default({}),
})
type RouteSchema = z.infer<typeof RouteSchema>
type RouteResponse = RouteSchema['response'][string]

const CODES = Object.entries(problemTypes).map(([code, { status }]) => `\`${code}\` (${status})`)
const DESCRIPTION = `Play and write gamebooks. Errors are \`application/problem+json\`: \`detail\` says what happened, \`hint\` what to do next, and \`code\` is one of ${CODES.join(', ')}.`

/** The OpenAPI 3.1 document of routes, made from their zod schemas. */
export function describeRoutes(routes: readonly RouteOptions[]): OpenapiDocument {
  const components = new SchemaComponents()
  const paths: Record<string, Record<string, Operation>> = {}
  for (const route of routes) {
    const schema = RouteSchema.parse(route.schema ?? {})
    if (schema.hide === true) continue
    const path = route.url.replace(/:(\w+)/g, '{$1}').replace(/\/$/, '')
    for (const method of [route.method].flat().filter((name) => name !== 'HEAD')) {
      paths[path] = { ...paths[path], [method.toLowerCase()]: toOperation(schema, components) }
    }
  }
  const info = { title: 'LLM Gamebook', version: VERSION, description: DESCRIPTION }
  return { openapi: '3.1.0', info, paths, components: { schemas: components.schemas } }
}

function toOperation(schema: RouteSchema, components: SchemaComponents): Operation {
  const problem = { 'application/problem+json': { schema: components.add(Problem, 'output') } }
  return {
    tags: schema.tags,
    summary: schema.summary,
    ...(schema.description === undefined ? {} : { description: schema.description }),
    parameters: [
      ...toParameters(schema.params, 'path', components),
      ...toParameters(schema.querystring, 'query', components),
    ],
    ...(schema.body === undefined ? {} : { requestBody: toRequestBody(schema.body, components) }),
    responses: {
      ...Object.fromEntries(
        Object.entries(schema.response).map(([status, response]) => [status, toResponse(response, components)]),
      ),
      default: { description: 'Error', content: problem },
    },
  }
}

function toParameters(
  schema: z.ZodObject | undefined,
  location: Parameter['in'],
  components: SchemaComponents,
): readonly Parameter[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: location,
    required: location === 'path',
    schema: components.add(z.instanceof(z.ZodType).parse(field), 'output'),
  }))
}

function toRequestBody(body: z.ZodType, components: SchemaComponents): NonNullable<Operation['requestBody']> {
  const required = !(body instanceof z.ZodOptional)
  return { required, content: { 'application/json': { schema: components.add(body, 'input') } } }
}

function toResponse(response: RouteResponse, components: SchemaComponents): Operation['responses'][string] {
  if (response instanceof z.ZodUndefined) return { description: 'Done' }
  if (response instanceof z.ZodType) {
    return { description: 'Done', content: { 'application/json': { schema: components.add(response, 'output') } } }
  }
  const content: Content = Object.fromEntries(
    Object.entries(response.content).map(([type, { schema }]) => [type, { schema: components.add(schema, 'output') }]),
  )
  return { description: response.description, content }
}
