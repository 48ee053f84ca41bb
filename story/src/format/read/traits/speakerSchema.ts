import { MAPPINGS, newerEntityKey } from '../../cursor/newerKeys.ts'
import { openMapping } from '../../cursor/mappingReader.ts'
import { condition, template } from '../../cursor/readExpressions.ts'
import { boolean, listOf, located, text, type Reader } from '../../cursor/readers.ts'
import { effectsAt } from '../actions/readEffects.ts'
import type { TopicDraft } from '../draft.ts'
import { promise } from '../readPromise.ts'
import type { TraitSchema } from './traitSchema.ts'

export const speakerSchema: TraitSchema = {
  name: 'speaker',
  read: (keys) => ({ speaker: { topics: newerEntityKey(keys, 'topics', MAPPINGS, topics, []) } }),
}

const topic: Reader<TopicDraft> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const id = keys.required('id', located(text))
  const about = keys.required('about', listOf(text))
  const say = keys.required('say', template)
  const label = keys.optional('label', text, null)
  const enabled = keys.optional('enabled', condition, null)
  const once = keys.optional('once', boolean, false)
  const effects = keys.optional('effects', effectsAt(0), [])
  const promised = keys.optional('promise', promise, null)
  keys.reportUnknownKeys()
  if (id === undefined || about === undefined || say === undefined) return undefined
  const made = promised === null ? [] : [{ if: null, kind: 'promise' as const, promise: promised }]
  return { id, about, label, say, enabled, once, effects: [...made, ...effects] }
}

const topics = listOf(topic)
