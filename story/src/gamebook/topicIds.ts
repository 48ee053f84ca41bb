import type { Entity } from './gamebook.ts'

/** The ids of the topics that a speaker can be asked about; none for an entity that is not a speaker. */
export function topicIdsOf({ speaker }: Entity): readonly string[] {
  return speaker?.topics.map(({ id }) => id) ?? []
}
