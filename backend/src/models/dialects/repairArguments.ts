import { jsonrepair } from 'jsonrepair'

import { withPlainQuotes } from './quotes.ts'
import { isObject } from './values.ts'

/** Longer ones are not worth the time, and no function needs them. */
const LONGEST = 2000
/** How many closing brackets may be missing. */
const MOST_MISSING = 3

/**
 * Arguments with quotation marks of any kind, trailing commas, bare keys or missing braces, as JSON; undefined where
 * more than one reading is possible. Only an object counts, and no text may be open at the end: what follows is unknown.
 */
export function repairArguments(text: string): string | undefined {
  const bare = withoutFence(text.trim())
  if (!bare.startsWith('{') || bare.length > LONGEST) return undefined
  const plain = withPlainQuotes(bare)
  if (!hasCertainEnd(plain)) return undefined
  try {
    const value: unknown = JSON.parse(jsonrepair(plain))
    if (!isObject(value)) return undefined
    const invents = Object.values(value).includes(null) && !NOTHING.test(plain)
    return invents ? undefined : JSON.stringify(value)
  } catch {
    return undefined
  }
}

const FENCE_START = /^```(?:json)?/
const FENCE = '```'

function withoutFence(text: string): string {
  const end = text.endsWith(FENCE) ? text.length - FENCE.length : text.length
  return text.slice(0, end).replace(FENCE_START, '').trim()
}

const NOTHING = /null|none|undefined/i

/** Whether only brackets can be missing: after a number or a comma, more could follow. */
function hasCertainEnd(text: string): boolean {
  let depth = 0
  let isInText = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (isInText && sign === '\\') at += 1
    else if (sign === '"') isInText = !isInText
    else if (isInText) continue
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
  }
  return !isInText && depth <= MOST_MISSING && (depth <= 0 || COMPLETE_VALUE.test(text))
}

const COMPLETE_VALUE = /(?:["}\]]|\b(?:true|false|null))\s*$/i
