import type { z } from 'zod'

/** The message for a text that can't be stored. */
export const UNSTORABLE_TEXT = 'Remove the invisible character that makes this text invalid.'

/** The message for an invalid value; a message of the schema itself takes precedence. */
export function validationMessage(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Required.' : `Must be ${withArticle(issue.expected)}.`
    case 'too_small':
      if (issue.origin !== 'string') return `Must be ${atLeast(String(issue.minimum), issue.inclusive)}.`
      return issue.minimum === 1 ? 'Must not be empty.' : `Must have at least ${String(issue.minimum)} characters.`
    case 'too_big':
      if (issue.origin !== 'string') return `Must be ${String(issue.maximum)} or less.`
      return `Must have at most ${String(issue.maximum)} characters.`
    case 'invalid_format':
      return formatMessages[issue.format] ?? 'Invalid format.'
    case 'invalid_value':
      return `Must be one of: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return 'Unknown field.'
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return undefined
  }
}

const atLeast = (minimum: string, isInclusive = true): string =>
  isInclusive ? `${minimum} or more` : `more than ${minimum}`

const formatMessages: Readonly<Record<string, string>> = {
  uuid: 'Must be an id.',
  url: 'Must be a URL that starts with http:// or https://.',
}

function withArticle(type: string): string {
  const name = type === 'int' ? 'integer' : type
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`
}
