import { z } from 'zod'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** Collects the named schemas of an OpenAPI document while others are converted that refer to them. */
export class SchemaComponents {
  readonly schemas: Record<string, JsonSchema> = {}

  /** The JSON schema of `schema`: a reference where it has an id of its own. */
  add(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const wrapped = z.toJSONSchema(z.object({ schema }), { io, target: 'draft-2020-12' })
    for (const [id, definition] of Object.entries(wrapped.$defs ?? {})) {
      this.schemas[id] ??= withComponentReferences(definition)
    }
    return withComponentReferences(wrapped.properties?.['schema'] ?? {})
  }
}

const AnySchema = z.custom<JsonSchema>()

const withComponentReferences = (schema: unknown): JsonSchema =>
  AnySchema.parse(JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/')))
