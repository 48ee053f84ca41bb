/** An invalid value, as the validator reports it. */
export interface SchemaIssue {
  readonly keyword: string
  readonly instancePath: string
  readonly message?: string | undefined
  readonly params: Readonly<Record<string, unknown>>
}

/** The first message for each field; `body` for the body as a whole. */
export function toFieldErrors(issues: readonly SchemaIssue[]): Record<string, string> {
  // A map, because a field can be named like a property of every object.
  const errors = new Map<string, string>()
  for (const issue of issues) {
    for (const field of fieldsOf(issue)) if (!errors.has(field)) errors.set(field, issue.message ?? 'Invalid value.')
  }
  return Object.fromEntries(errors)
}

function fieldsOf({ keyword, instancePath, params }: SchemaIssue): readonly string[] {
  const path = instancePath.split('/').filter((step) => step !== '')
  const unknown = keyword === 'unrecognized_keys' && Array.isArray(params['keys']) ? params['keys'].map(String) : ['']
  return unknown.map((key) => [...path, ...(key === '' ? [] : [key])].join('.') || 'body')
}
