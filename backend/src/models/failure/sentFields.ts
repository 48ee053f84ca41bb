import { isObject } from '../dialects/values.ts'

/** Where providers nest their parameters. */
const MAX_DEPTH = 3
/** Here the names are those of a story. */
const CONTENT: ReadonlySet<string> = new Set(['messages', 'input', 'contents', 'system', 'tools'])

/** The names of the fields that a request had; null if it is unknown. */
export function listSentFields(request: Readonly<Record<string, unknown>> | undefined): ReadonlySet<string> | null {
  if (request === undefined || Object.keys(request).length === 0) return null
  const names = new Set<string>()
  addNames(request, names, 1)
  return names
}

function addNames(level: Readonly<Record<string, unknown>>, names: Set<string>, depth: number): void {
  for (const [name, value] of Object.entries(level)) {
    if (value === undefined || CONTENT.has(name)) continue
    names.add(name)
    if (isObject(value) && depth < MAX_DEPTH) addNames(value, names, depth + 1)
  }
}
