import type { Entity, Topic } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import type { World } from '../../state/world.ts'
import { isPresent } from '../visibility.ts'
import { askableTopics } from './topics.ts'

export interface SpeakerToAsk {
  readonly speaker: Entity
  /** At least one, in the author's order. */
  readonly topics: readonly Topic[]
}

/** The present speakers who can be asked about something, in the order of the file. */
export function speakersToAsk(world: World, report: ReportFailure): readonly SpeakerToAsk[] {
  return indexOf(world.gamebook)
    .speakers.filter((speaker) => isPresent(world, speaker, report))
    .map((speaker) => ({ speaker, topics: askableTopics(world, speaker, report) }))
    .filter(({ topics }) => topics.length > 0)
}
