import { z } from 'zod'

type Issue = z.core.$ZodRawIssue

/** How a refused value is told to people; a schema's own words win. */
export function installValidationMessages(): void {
  z.config({ localeError: (issue) => refusalWords(issue) })
}

function refusalWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is required.' : `This must be ${withArticle(issue.expected)}.`
    case 'too_small':
      if (issue.origin !== 'string') return `This must be ${String(issue.minimum)} or more.`
      return issue.minimum === 1
        ? 'This must not be empty.'
        : `This needs at least ${String(issue.minimum)} characters.`
    case 'too_big':
      if (issue.origin !== 'string') return `This must be ${String(issue.maximum)} or less.`
      return `This can have at most ${String(issue.maximum)} characters.`
    case 'invalid_format':
      return formatWords[issue.format] ?? 'This is not written as it should be.'
    case 'invalid_value':
      return `This must be one of: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return 'This field is not known here.'
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return undefined
  }
}

const formatWords: Readonly<Record<string, string>> = {
  uuid: 'This must be an id.',
  url: 'This must be a web address that begins with http:// or https://.',
}

const withArticle = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`)
