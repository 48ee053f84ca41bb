import type { Entity } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { absenceFinding, type FindFindings, type FindingContext } from './findingContext.ts'
import { readsUntracked } from './guards.ts'

/** Finds topics that no call ever asks about. */
export const findUndiscussedTopics: FindFindings = (context) => {
  const { gamebook, locations, exploration } = context
  const { asked } = exploration.coverage
  return [...gamebook.entities.values()].flatMap(({ id: speaker, speaker: { topics } = { topics: [] } }) =>
    topics
      .filter(({ id }) => !asked.has(`${speaker} ${id}`))
      .filter(({ enabled }) => enabled === null || !readsUntracked(gamebook, exploration, enabled))
      .map(({ id }) => {
        const message = `The topic "${id}" of "${speaker}" can never be discussed.`
        const hint = 'Fix its "enabled", or put the speaker where the player can be.'
        return absenceFinding(context, 'topic-never-discussed', locations.topic(speaker, id), { message, hint })
      }),
  )
}

/** Finds details of things and places that players never see. */
export const findUnseenDetails: FindFindings = (context) => {
  const { gamebook, locations } = context
  return [...gamebook.entities.values()]
    .filter((entity) => entity.details.length > 0 && isNeverSeen(context, entity))
    .map(({ id }) => {
      const message = `The details of "${id}" can never be looked at.`
      const hint = 'Make it visible somewhere, or remove them.'
      return absenceFinding(context, 'detail-never-visible', locations.key(id, 'details'), { message, hint })
    })
}

/** A node is seen where it is entered; anything else once it is revealed, enabled and, for an item, held. */
function isNeverSeen({ gamebook, exploration: { coverage } }: FindingContext, entity: Entity): boolean {
  const { id, secret, described, graphNode, item } = entity
  const graphs = indexOf(gamebook).graphsOfNode.get(id) ?? []
  if (graphNode !== undefined && !graphs.some((graph) => coverage.nodes.has(`${graph.id} ${id}`))) return true
  if (secret && graphNode === undefined && !coverage.revealed.has(id)) return true
  if (item !== undefined && !coverage.held.has(id)) return true
  const enabled = described?.enabled ?? null
  return enabled !== null && coverage.guards.get(enabled)?.holds === false
}
