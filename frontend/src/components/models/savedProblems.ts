import type { ModelConfig } from '../../types/api.ts'

/** What is wrong with a saved model, by field of the form. */
export function problemsByField({ problems }: ModelConfig): Readonly<Partial<Record<string, string>>> {
  const messages = new Map<string, string>()
  for (const [path, message] of Object.entries(problems)) {
    const [field = path] = path.split('.')
    if (!messages.has(field)) messages.set(field, message)
  }
  return Object.fromEntries(messages)
}

/** The first problem besides that of the key, which has a label of its own; null if there is none. */
export function firstProblem(config: ModelConfig): string | null {
  const { apiKey, ...others } = problemsByField(config)
  return Object.values(others)[0] ?? null
}
