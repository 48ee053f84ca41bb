import { personInSentence } from '../names/nameInSentence.ts'
import { authoredText } from '../gamebook/authoredText.ts'
import type { World } from '../state/world.ts'
import { renderName } from '../traits/described/prompt.ts'
import { isInPrompt } from '../traits/inPrompt.ts'
import { isRevealed } from '../traits/visibility.ts'
import type { PlacedEntry } from './journalEntry.ts'
import { entryAt, textIn, type JournalRecord } from './journalRecord.ts'

/** What was asked of whom, once each. Who answers is not hidden, but may not be here any more. */
export function listTopics(world: World, records: readonly JournalRecord[]): readonly PlacedEntry[] {
  const entries = new Map<string, PlacedEntry>()
  for (const record of records.filter(({ action }) => action === 'talk/ask')) {
    const speaker = world.gamebook.entities.get(textIn(record.args, 'entity_id') ?? '')
    const topic = speaker?.speaker?.topics.find(({ id }) => id === textIn(record.args, 'topic'))
    if (speaker?.described === undefined || topic === undefined || !isRevealed(world, speaker)) continue
    const key = JSON.stringify([speaker.id, topic.id])
    if (entries.has(key)) continue
    const name = personInSentence(renderName(world, speaker), authoredText(world.gamebook))
    const text = topic.label ?? topic.about[0] ?? ''
    const isForNarrator = isInPrompt(world.gamebook, speaker)
    entries.set(key, entryAt(record, 'topic', { group: `Asked ${name} about`, text, isForNarrator, isForPlayer: true }))
  }
  return [...entries.values()]
}
