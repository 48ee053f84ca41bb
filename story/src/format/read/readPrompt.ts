import { mappingEntries } from '../cursor/mappingEntries.ts'
import { promptSections } from '../keys/gamebookKeys.ts'
import { namesOf } from '../keys/key.ts'
import { mapOf, nullable, text, type Reader } from '../cursor/readers.ts'
import { report } from '../diagnostics/reporter.ts'
import { suggest } from '../diagnostics/suggestion.ts'

/** The author's own wording of sections of the prompt. */
export const prompt: Reader<ReadonlyMap<string, string | null>> = (cursor) => {
  const sections = mapOf(nullable(text))(cursor)
  if (sections === undefined) return undefined
  for (const { key, keyLocation } of mappingEntries(cursor)) {
    if (key.startsWith('x-') || SECTIONS.includes(key)) continue
    const otherwise = `Available: ${SECTIONS.join(', ')}.`
    const message = `The prompt has no section "${key}", so this is ignored.`
    report(keyLocation, 'unknown-key', message, suggest(key, SECTIONS, otherwise))
  }
  return new Map([...sections].filter(([key]) => SECTIONS.includes(key)))
}

const SECTIONS = namesOf(promptSections)
