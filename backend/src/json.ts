import type { Json as JsonValue } from '@llm-gamebook/story'
import { z } from 'zod'

export const Json: z.ZodType<JsonValue> = z
  .lazy(() => z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(Json), z.record(z.string(), Json)]))
  .meta({ id: 'Json' })
export type Json = JsonValue

/** Undefined for a text that is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
