import type { Json } from '@llm-gamebook/story'

type Arguments = Readonly<Record<string, Json>>

/**
 * The arguments of a stored call as every provider accepts them: an object. A model may have sent anything else, and
 * the result of its call says why it was refused.
 */
export function callArguments(input: Json): Arguments {
  if (isObject(input)) return input
  const parsed = typeof input === 'string' ? parse(input) : null
  return isObject(parsed) ? parsed : {}
}

/** Some servers accept no request with any other name in it. */
export function callName(name: string): string {
  return name.replaceAll(/[^\w-]/g, '_').slice(0, LONGEST_NAME) || 'unknown'
}

const LONGEST_NAME = 64

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function isObject(value: unknown): value is Arguments {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
