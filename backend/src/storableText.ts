/**
 * PostgreSQL stores no NUL, and UTF-8 has no half of a surrogate pair. Neither means anything in a text: what people
 * send is refused with the name of the field, and dropped from prose and from what providers send.
 */
const UNSTORABLE = /[\0\p{Cs}]/u
const ALL_UNSTORABLE = new RegExp(UNSTORABLE, 'gu')

export const dropUnstorable = (text: string): string => text.replaceAll(ALL_UNSTORABLE, '')

export type Path = readonly (string | number)[]

/** The path of the first text in a JSON value that can't be stored, be it a value or a key; null if all can. */
export function findUnstorable(value: unknown): Path | null {
  // A list of what is left to look at, because the value may be nested too deeply for recursion.
  const left: { readonly value: unknown; readonly path: Path }[] = [{ value, path: [] }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { path } = next
    if (typeof next.value === 'string' && UNSTORABLE.test(next.value)) return path
    if (typeof next.value !== 'object' || next.value === null) continue
    const steps = Array.isArray(next.value) ? [...next.value.entries()] : Object.entries(next.value)
    for (const [step, child] of steps) {
      if (typeof step === 'string' && UNSTORABLE.test(step)) return path
      if (typeof child === 'string' || typeof child === 'object') left.push({ value: child, path: [...path, step] })
    }
  }
  return null
}
