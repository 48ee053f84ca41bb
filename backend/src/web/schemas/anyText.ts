import type { z } from 'zod'

const schemas = new WeakSet<z.ZodType>()

/** Marks the schema of a body whose texts may have any character, because what reads them says what is wrong. */
export function withAnyText<Schema extends z.ZodType>(schema: Schema): Schema {
  schemas.add(schema)
  return schema
}

export const hasAnyText = (schema: z.ZodType): boolean => schemas.has(schema)
