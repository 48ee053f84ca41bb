import type { Cursor } from '../../cursor/cursor.ts'
import type { ValueShape } from '../../cursor/newerKeys.ts'
import { text } from '../../cursor/readers.ts'

/** The name of a language, as in `language: German`, is not a tag. */
export const LANGUAGE: ValueShape = {
  what: 'a BCP 47 tag such as en, de or pt-BR',
  fits: (cursor) => cursor.kind === 'text' && canonicalTag(sourceOf(cursor)) !== null,
}

/** The tag in its canonical form: `pt-BR` for `PT-br`. */
export function readLanguage(cursor: Cursor): string | undefined {
  const tag = text(cursor)
  return tag === undefined ? undefined : (canonicalTag(tag) ?? undefined)
}

const sourceOf = ({ node }: Cursor): string => (node?.kind === 'scalar' ? String(node.value) : '')

function canonicalTag(tag: string): string | null {
  try {
    const { language, baseName } = new Intl.Locale(tag)
    return language.length <= LONGEST_CODE ? baseName : null
  } catch {
    return null
  }
}

/** Longer codes are reserved, and not one is registered. */
const LONGEST_CODE = 3
