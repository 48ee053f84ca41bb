import type { z } from 'zod'

/** The first message for each field; `whole` for the value as a whole. */
export function messagesByField({ issues }: z.ZodError, whole: string): Record<string, string> {
  // A map, because a field can be named like a property of every object.
  const messages = new Map<string, string>()
  for (const issue of issues) {
    const path = issue.path.map(String)
    const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
    for (const field of fields.map((steps) => steps.join('.') || whole)) {
      if (!messages.has(field)) messages.set(field, issue.message)
    }
  }
  return Object.fromEntries(messages)
}
