import { isEntityId } from '../../names/isId.ts'
import { located, text, type Reader } from '../cursor/readers.ts'
import { report } from '../diagnostics/reporter.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'

/** An id that has the form of an entity's id. `what` is the thing that has it: `topic`. */
export function simpleId(what: string): Reader<Located<string>> {
  return (cursor) => {
    const id = located(text)(cursor)
    if (id === undefined || isEntityId(id.value)) return id
    const rule =
      'it starts with a lowercase letter and contains only lowercase letters, digits and "_", at most 64 characters'
    report(cursor, 'bad-id', `"${id.value}" is not a valid id for a ${what}: ${rule}.`, 'Write a simpler id.')
    return id
  }
}
