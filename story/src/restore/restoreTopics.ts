import type { Gamebook } from '../gamebook/gamebook.ts'
import { topicIdsOf } from '../gamebook/topicIds.ts'
import type { Json } from '../json.ts'
import type { OpenQuestion, StoryState } from '../state/storyState.ts'
import { keepEntries } from './keepEntries.ts'
import { SavedFields, SavedQuestion } from './savedState.ts'
import type { ReportState } from './stateFinding.ts'

/** Keeps the asked topics that the gamebook has, each once. */
export function restoreDiscussed(
  gamebook: Gamebook,
  saved: Json | undefined,
  report: ReportState,
): StoryState['discussed'] {
  if (saved === undefined) return undefined
  const speakers = SavedFields.safeParse(saved)
  if (speakers.success) return keepEntries(speakers.data, (id, topics) => restoreTopics(gamebook, id, topics, report))
  report('state-type', 'discussed', 'The saved topics are not a mapping and were dropped.')
  return undefined
}

/** One finding for the whole list, which can be of any length. */
function restoreTopics(
  gamebook: Gamebook,
  speakerId: string,
  saved: Json,
  report: ReportState,
): readonly string[] | undefined {
  const path = `discussed.${speakerId}`
  if (!Array.isArray(saved)) {
    report('state-type', path, `The saved topics of "${speakerId}" are not a list and were dropped.`)
    return undefined
  }
  const known = new Set(topicsOf(gamebook, speakerId))
  const kept = [...new Set<Json>(saved)]
    .filter((topic) => typeof topic === 'string')
    .filter((topic) => known.has(topic))
  const dropped = saved.length - kept.length
  if (dropped > 0) {
    const code = saved.every((topic) => typeof topic === 'string') ? 'state-orphan' : 'state-type'
    report(code, path, `Saved topics of "${speakerId}" that do not fit the gamebook were dropped: ${dropped}.`)
  }
  return kept.length === 0 ? undefined : kept
}

/** Keeps the open question if the gamebook still has its topic. */
export function restoreExpecting(
  gamebook: Gamebook,
  saved: Json | undefined,
  report: ReportState,
): OpenQuestion | undefined {
  if (saved === undefined) return undefined
  const question = SavedQuestion.safeParse(saved)
  if (!question.success) {
    report('state-type', 'expecting', "The saved open question can't be read; no question is open.")
    return undefined
  }
  const { entity, topic } = question.data
  if (topicsOf(gamebook, entity).includes(topic)) return question.data
  report('state-orphan', 'expecting', `"${entity}" has no topic "${topic}" now; no question is open.`)
  return undefined
}

function topicsOf(gamebook: Gamebook, speakerId: string): readonly string[] {
  const speaker = gamebook.entities.get(speakerId)
  return speaker === undefined ? [] : topicIdsOf(speaker)
}
