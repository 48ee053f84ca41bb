import { z } from 'zod'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** Converts zod schemas to JSON Schema and collects those with an id. */
export class SchemaComponents {
  readonly schemas: Record<string, JsonSchema> = {}

  /** The JSON Schema of `schema`: a reference if it has an id. */
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
