import type { Entity } from '../../gamebook/gamebook.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { buildTurnText } from '../../prompt/buildTurnText.ts'
import { buildSystemText } from '../../prompt/buildSystemText.ts'
import type { World } from '../../state/world.ts'
import { renderDescription, renderName } from '../../traits/described/prompt.ts'
import { isVisited } from '../../traits/graph/currentNode.ts'
import { isRevealed } from '../../traits/visibility.ts'
import { splitPhrase } from './nameIndex.ts'
import type { DriftInput } from './scene.ts'

/** What has been sent to the narrator in this session, or typed by the player. */
export interface KnownText {
  /** Folded, with single spaces around and between words. */
  readonly folded: string
  readonly words: ReadonlySet<string>
}

/** What the two states show, the places that were visited, and what the caller knows. */
export function collectKnown(input: DriftInput, before: World, after: World): KnownText {
  const { gamebook, receipts, player, known = [] } = input
  const text = [
    gamebook.title,
    buildSystemText(gamebook),
    buildTurnText(before, ignore),
    buildTurnText(after, ignore),
    ...placeGraphs(gamebook).flatMap((graph) => visitedTexts(after, graph)),
    ...[...gamebook.entities.values()].flatMap((entity) => revealedTexts(after, entity)),
    JSON.stringify(receipts),
    player ?? '',
    ...known,
  ].join('\n')
  const words = splitPhrase(text)
  return { folded: ` ${words.join(' ')} `, words: new Set(words) }
}

function visitedTexts(world: World, graph: Entity): readonly string[] {
  return (graph.graph?.nodeIds ?? []).flatMap((id) => {
    const node = world.gamebook.entities.get(id)
    if (node === undefined || !isVisited(world, graph, id)) return []
    return [
      renderName(world, node),
      renderDescription(world, node),
      ...(node.graphNode?.edges ?? []).flatMap(({ label, otherwise }) => [
        label ?? '',
        ...otherwise.map((reason) => reason.text),
      ]),
    ]
  })
}

/** Only what was a secret once: it has been shown when it was revealed. */
function revealedTexts(world: World, entity: Entity): readonly string[] {
  if (!entity.secret || !isRevealed(world, entity)) return []
  return [renderName(world, entity), renderDescription(world, entity)]
}

function ignore(): void {}
