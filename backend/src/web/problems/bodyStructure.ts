import { isDeeperThan } from '../../jsonDepth.ts'

/** Far more than any body needs, and few enough for code that calls itself for each level. */
const MAX_DEPTH = 100

export interface StructureIssue {
  readonly path: readonly string[]
  readonly message: string
}

/** What no schema can check, because it happens while it reads: too many levels, and a name that objects are built by. */
export function findStructureIssue(body: unknown): StructureIssue | null {
  if (typeof body !== 'object' || body === null) return null
  for (const [field, value] of Object.entries(body)) {
    if (isDeeperThan(value, MAX_DEPTH)) return { path: [field], message: `Must have at most ${MAX_DEPTH} levels.` }
    if (field === FORBIDDEN || hasForbiddenName(value)) return { path: [field], message: NOT_ALLOWED }
  }
  return null
}

const FORBIDDEN = '__proto__'
const NOT_ALLOWED = `A field can't have the name ${FORBIDDEN}.`

function hasForbiddenName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, inner]) => name === FORBIDDEN || hasForbiddenName(inner))
}
