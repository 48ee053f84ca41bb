import { elementsOf, type Cursor } from '../cursor/cursor.ts'
import type { GamebookDraft, TypeDraft } from './draft.ts'
import { limits } from '../diagnostics/limits.ts'
import { ignoredKeys } from '../keys/gamebookKeys.ts'
import { namesOf } from '../keys/key.ts'
import { openMapping } from '../cursor/mappingReader.ts'
import { entityType } from './readEntityType.ts'
import { image } from './readImage.ts'
import { readProjectRules } from './project/readProjectRules.ts'
import { prompt } from './readPrompt.ts'
import { nullable, text, wrongType } from '../cursor/readers.ts'
import { report } from '../diagnostics/reporter.ts'

/** Reads the whole file. References are not resolved yet. */
export function readProject(cursor: Cursor): GamebookDraft | undefined {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  keys.ignore(namesOf(ignoredKeys))
  const draft = {
    title: keys.required('title', text) ?? '',
    description: keys.optional('description', nullable(text), null),
    author: keys.optional('author', nullable(text), null),
    image: keys.optional('image', nullable(image), null),
    ...readProjectRules(keys),
    prompt: keys.optional('prompt', prompt, NO_PROMPT),
    ...readTypes(keys.entry('entity_types')?.value),
  }
  keys.reportUnknownKeys()
  return draft
}

const NO_PROMPT: GamebookDraft['prompt'] = new Map()

type Types = Pick<GamebookDraft, 'types' | 'complete'>

function readTypes(cursor: Cursor | undefined): Types {
  if (cursor === undefined) return { types: [], complete: true }
  if (cursor.kind !== 'list') {
    wrongType(cursor, 'a list of entity types')
    return { types: [], complete: false }
  }
  const elements = elementsOf(cursor)
  const excess = elements[limits.entityTypes]
  if (excess !== undefined) {
    report(excess, 'limit', `There are more than ${limits.entityTypes} entity types.`, 'Merge some of them.')
  }
  const types = elements.flatMap((element): readonly TypeDraft[] => {
    const draft = entityType(element)
    return draft === undefined ? [] : [draft]
  })
  return { types, complete: types.length === elements.length && types.every(({ complete }) => complete) }
}
