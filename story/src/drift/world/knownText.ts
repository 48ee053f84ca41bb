import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
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

/** A text whose words are found already, for a caller that has it again in every turn. */
export interface FoldedText {
  /** The words with single spaces between them. */
  readonly folded: string
}

export const foldKnown = (text: string): FoldedText => ({ folded: splitPhrase(text).join(' ') })

export type KnownInput = Pick<DriftInput, 'gamebook' | 'receipts' | 'player' | 'known'>

/** What the two states show, the places that were visited, and what the caller knows. */
export function knownTextOf(input: KnownInput, before: World, after: World): KnownText {
  const { gamebook, receipts, player, known = [] } = input
  const text = [
    buildTurnText(before, ignore),
    buildTurnText(after, ignore),
    ...placeGraphs(gamebook).flatMap((graph) => visitedTexts(after, graph)),
    ...[...gamebook.entities.values()].flatMap((entity) => revealedTexts(after, entity)),
    JSON.stringify(receipts),
    player ?? '',
    ...known.filter((one) => typeof one === 'string'),
  ].join('\n')
  const folded = known.flatMap((one) => (typeof one === 'string' ? [] : one.folded))
  const all = [instructionsOf(gamebook), foldKnown(text).folded, ...folded].join(' ')
  return { folded: ` ${all} `, words: new Set(all.split(' ')) }
}

/** What every request of a gamebook begins with. */
function instructionsOf(gamebook: Gamebook): string {
  const text = instructions.get(gamebook) ?? foldKnown(`${gamebook.title}\n${buildSystemText(gamebook)}`).folded
  instructions.set(gamebook, text)
  return text
}

const instructions = new WeakMap<Gamebook, string>()

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
