import { MAPPINGS, newerEntityKey } from '../../cursor/newerKeys.ts'
import { openMapping } from '../../cursor/mappingReader.ts'
import { condition } from '../../cursor/readExpressions.ts'
import { boolean, listOf, located, text, type Reader } from '../../cursor/readers.ts'
import { report } from '../../diagnostics/reporter.ts'
import { effectsAt } from '../actions/readEffects.ts'
import { readNarration } from '../actions/readNarration.ts'
import type { TopicDraft } from '../draft.ts'
import { promise } from '../readPromise.ts'
import { simpleId } from '../simpleId.ts'
import { checkTopics, hasLetters } from './checkTopics.ts'
import type { TraitSchema } from './traitSchema.ts'

export const speakerSchema: TraitSchema = {
  name: 'speaker',
  read: (keys) => {
    const errorsBefore = keys.location.reporter.errorCount()
    const topics = newerEntityKey(keys, 'topics', MAPPINGS, listOf(topic), [])
    checkTopics(topics)
    return { speaker: { topics, sound: keys.location.reporter.errorCount() === errorsBefore } }
  },
}

const topic: Reader<TopicDraft> = (cursor) => {
  const keys = openMapping(cursor)
  if (keys === undefined) return undefined
  const id = keys.required('id', simpleId('topic'))
  const about = keys.required('about', words)
  const say = keys.required('say', readNarration)
  const label = keys.optional('label', text, null)
  const enabled = keys.optional('enabled', condition, null)
  const once = keys.optional('once', boolean, false)
  const effects = keys.optional('effects', effectsAt(0), [])
  const promised = keys.optional('promise', promise, null)
  keys.reportUnknownKeys()
  if (id === undefined || about === undefined || say === undefined) return undefined
  const made = promised === null ? [] : [{ if: null, kind: 'promise' as const, promise: promised }]
  return { id, about, label, say: say.text, enabled, once, effects: [...made, ...effects] }
}

/** The words by which players ask for something. */
const words: Reader<TopicDraft['about']> = (cursor) => {
  const list = listOf(located(text))(cursor)
  if (list === undefined) return undefined
  const [empty] = list.filter(({ value }) => !hasLetters(value))
  if (list.length > 0 && empty === undefined) return list
  const message = empty === undefined ? 'The list is empty.' : 'This entry contains no word.'
  report(empty?.location ?? cursor, 'bad-value', message, 'Write at least one word that players use to ask about it.')
  return undefined
}
