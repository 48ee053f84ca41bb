import { indexOf } from '../../../gamebook/gamebookIndex.ts'
import type { Gamebook } from '../../../gamebook/gamebook.ts'
import { events, type StoryEvent } from '../../programs/event.ts'

/** Everything of which a gamebook raises the question whether it can happen. */
export function listQuestions(gamebook: Gamebook): readonly StoryEvent[] {
  const { graphs, secrets, items, speakers } = indexOf(gamebook)
  const { entities, functions, triggers, goals, invariants } = gamebook
  return [
    ...graphs.flatMap(({ id, graph }) =>
      (graph?.nodeIds ?? []).flatMap((node) => [
        events.entered(id, node),
        ...(entities.get(node)?.graphNode?.edges ?? []).map((edge) => events.usedEdge(id, node, edge.id)),
      ]),
    ),
    ...functions.flatMap(({ name, check }) => [
      events.offered(name),
      events.called(name),
      ...(check === null ? [] : [events.passedCheck(name), events.failedCheck(name)]),
    ]),
    ...triggers.map(({ id }) => events.fired(id)),
    ...secrets.map(({ id }) => events.revealed(id)),
    ...items.map(({ id }) => events.held(id)),
    ...speakers.flatMap(({ id, speaker }) => (speaker?.topics ?? []).map((topic) => events.discussed(id, topic.id))),
    ...[...entities.values()].flatMap(({ id, graphNode }) => [
      events.visible(id),
      ...(graphNode?.ending == null ? [] : [events.ended(id)]),
    ]),
    ...goals.map((_, index) => events.metGoal(index)),
    ...invariants.map((_, index) => events.brokeInvariant(index)),
  ]
}
