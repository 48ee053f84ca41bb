import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import type { NarrationSettings } from '../../prompt/settings/narrationSettings.ts'
import type { Receipt } from '../../state/receipt.ts'
import type { StoryState } from '../../state/storyState.ts'
import type { World } from '../../state/world.ts'
import { renderName } from '../../traits/described/prompt.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { findInventories } from '../../play/findInventories.ts'
import type { Claim } from '../sentences/claim.ts'
import { listPlayerClaims } from '../sentences/playerClaims.ts'
import type { Prose } from '../sentences/prose.ts'
import { readProse } from '../sentences/readProse.ts'
import { findVoice, type Voice } from '../sentences/voice.ts'
import { readAsYouNow } from './readAsYouNow.ts'
import { listThoughts } from '../sentences/thoughts.ts'
import type { Span } from '../sentences/quotedSpans.ts'
import { listEchoes } from './echoes.ts'
import { blank, stripMachinery } from '../sentences/stripMachinery.ts'
import { indexNames, splitPhrase, type NameIndex } from './nameIndex.ts'
import { knownTextOf, type FoldedText, type KnownText } from './knownText.ts'

/** What can be done after the answer, as it was sent. */
export interface Offered {
  readonly name: string
  readonly args: { readonly [parameter: string]: unknown }
}

export interface DriftInput {
  readonly gamebook: Gamebook
  /** Null for the opening. */
  readonly before: StoryState | null
  readonly after: StoryState
  readonly receipts: readonly Receipt[]
  readonly offered: readonly Offered[]
  readonly text: string
  /** What the player typed; null for the opening. */
  readonly player: string | null
  /** What this session has sent and typed so far; what the states show is known anyway. */
  readonly known?: readonly (string | FoldedText)[]
  readonly settings?: NarrationSettings
}

/** An answer and the two worlds it lies between, as detectors read them. */
export interface Scene {
  readonly input: DriftInput
  readonly before: World
  readonly after: World
  /** The whole text. */
  readonly whole: Prose
  /** Without what is no prose: thinking, calls, headings. It has the same length. */
  readonly prose: Prose
  readonly voice: Voice
  /** What a model thinks without saying so. */
  readonly thoughts: readonly Span[]
  /** Lines of what the narrator received. */
  readonly echoes: readonly Span[]
  /** What the player does now, as the text says. */
  readonly claims: readonly Claim[]
  readonly items: NameIndex
  readonly places: NameIndex
  readonly known: KnownText
}

export function readScene(input: DriftInput): Scene {
  const { gamebook, text, settings } = input
  const after = worldOf(gamebook, input.after)
  const before = input.before === null ? after : worldOf(gamebook, input.before)
  const thoughts = listThoughts(stripMachinery(text))
  const echoes = listEchoes(text, before, after)
  const plain = readProse(blankSpans(stripMachinery(text), [...thoughts, ...echoes]))
  const voice = findVoice(gamebook, settings ?? null, plain)
  const named = (entity: Entity) => ({ entity, name: renderName(after, entity) })
  const { items } = indexOf(gamebook)
  const places = placeGraphs(gamebook).flatMap(({ graph }) =>
    (graph?.nodeIds ?? []).flatMap((id) => gamebook.entities.get(id) ?? []),
  )
  const others = [...gamebook.entities.values()].filter(({ described }) => described !== undefined)
  const namesWithout = (left: readonly Entity[]): readonly string[] =>
    others.filter((entity) => !left.includes(entity) && !isPlot(gamebook, entity)).map((entity) => named(entity).name)
  const players = new Set(findInventories(after).flatMap((entity) => splitPhrase(named(entity).name).slice(-1)))
  const { prose, spoken } = readAsYouNow(after, plain, voice, players)
  return {
    input,
    before,
    after,
    whole: readProse(text),
    prose,
    voice,
    thoughts,
    echoes,
    claims: listPlayerClaims(prose, spoken, players),
    items: indexNames(items.map(named), namesWithout(items)),
    places: indexNames(places.map(named), namesWithout(places)),
    known: knownTextOf(input, before, after),
  }
}

/** Plots, moods and the like, and their nodes, whose names are in no text. */
function isPlot(gamebook: Gamebook, { id, graph, graphNode, item, container, speaker }: Entity): boolean {
  const places = placeGraphs(gamebook)
  if (graph !== undefined) return item === undefined && container === undefined && speaker === undefined
  return graphNode !== undefined && !(indexOf(gamebook).graphsOfNode.get(id) ?? []).some((one) => places.includes(one))
}

function blankSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (rest, { start, end }) => `${rest.slice(0, start)}${blank(rest.slice(start, end))}${rest.slice(end)}`,
    text,
  )
}
