import type { FunctionDraft } from '../reading/draft.ts'
import { mappingEntries, type MappingEntry } from '../reading/mappingEntries.ts'
import { notSupportedYet } from './notSupportedYet.ts'
import type { Located } from '../reading/place.ts'
import { text, wrongType } from '../reading/readers.ts'
import { report } from '../reading/reporter.ts'
import { suggest } from '../reading/suggestion.ts'

type TransitionArgs = Pick<FunctionDraft, 'graphId' | 'fixedTo'>

/** The fixed part of what `graph/transition` is asked to do. The payloads of other actions are not read yet. */
export function readTransitionArgs(args: MappingEntry | undefined, isTransition: boolean): TransitionArgs {
  if (args !== undefined && args.value.kind !== 'mapping') wrongType(args.value, 'a mapping of keys and values')
  const entries = args === undefined || !isTransition ? [] : mappingEntries(args.value)
  for (const { key, keyPlace } of entries) {
    if (key.startsWith('x-') || KNOWN.includes(key)) continue
    const message = `graph/transition takes no "${key}".`
    report(keyPlace, 'bad-args', message, suggest(key, KNOWN, `It takes: ${KNOWN.join(', ')}.`))
  }
  return { graphId: readFixed(entries, 'entity_id'), fixedTo: readFixed(entries, 'to') }
}

const KNOWN = ['entity_id', 'to']

function readFixed(entries: readonly MappingEntry[], key: string): Located<string> | null {
  const entry = entries.find((candidate) => candidate.key === key)
  if (entry === undefined || entry.value.kind === 'unreadable') return null
  if (entry.value.kind !== 'text') {
    report(entry.value, 'bad-args', `"${key}" must be the id of an entity.`, `Write "${key}: " and an id.`)
    return null
  }
  const value = text(entry.value) ?? ''
  if (!value.startsWith('=')) return { value, place: entry.value }
  if (value.startsWith('==')) return { value: value.slice(1), place: entry.value }
  notSupportedYet(entry.value, 'arguments that are computed')
  return null
}
