import type { Entity } from '../../gamebook/gamebook.ts'
import { events } from '../programs/event.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { proven, type Possibility } from '../verdict/verdict.ts'
import { isNeverVisible } from './neverVisible.ts'
import { absenceFinding, type FindFindings, type FindingContext } from './findingContext.ts'

/** Finds topics that no call ever asks about. */
export const findUndiscussedTopics: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  return [...gamebook.entities.values()].flatMap(({ id: speaker, speaker: { topics } = { topics: [] } }) =>
    topics.flatMap(({ id }) => {
      const message = `The topic "${id}" of "${speaker}" can never be discussed.`
      const hint = 'Fix its "enabled", or put the speaker where the player can be.'
      const possibility = answers.canHappen(events.discussed(speaker, id))
      return absenceFinding(context, possibility, 'topic-never-discussed', locations.topic(speaker, id), {
        message,
        hint,
      })
    }),
  )
}

/** Finds details of things and places that players never see, unless another finding says that of the whole thing. */
export const findUnseenDetails: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  const isQuestion = (entity: Entity): boolean => entity.details.length > 0 && isNeverVisible(answers, entity) === null
  return [...gamebook.entities.values()].filter(isQuestion).flatMap((entity) => {
    const { id } = entity
    const message = `Players can never look at the details of "${id}".`
    const hint = `Make "${id}" visible somewhere, or remove its details.`
    const possibility = canBeSeen(context, entity)
    return absenceFinding(context, possibility, 'detail-never-visible', locations.key(id, 'details'), { message, hint })
  })
}

/** A node is seen where it is entered, anything else where it is visible. */
function canBeSeen({ gamebook, answers }: FindingContext, { id, graphNode }: Entity): Possibility {
  if (graphNode === undefined) return answers.canHappen(events.visible(id))
  const graphs = indexOf(gamebook).graphsOfNode.get(id) ?? []
  const entries = graphs.map((graph) => answers.canHappen(events.entered(graph.id, id)))
  return entries.find(({ kind }) => kind !== 'proven') ?? entries[0] ?? proven('file', 0, [])
}
