import type { DetailView } from '@llm-gamebook/story'
import type { Scene } from '../../scene/scene.ts'
import { contentWords } from '../../words/contentWords.ts'
import { phraseShare, stemsNamedBy } from '../../words/phrases.ts'
import type { PlayerInput } from '../playerInput.ts'

export interface DetailMatch {
  /** Whose detail it is; empty for the place. */
  readonly owner: string
  readonly text: string
  /** The stems of the message that name it. */
  readonly stems: readonly string[]
}

interface Owner {
  readonly name: string
  readonly details: readonly DetailView[]
  /** Lower is nearer: the place and what the player has at hand come first. */
  readonly distance: number
}

/**
 * The details that a message names, in the order in which it names them. Of details with the same words, those of the
 * named owner count, then the nearest; several equally near ones are all given.
 */
export function findDetails({ stems }: Pick<PlayerInput, 'stems'>, scene: Scene): readonly DetailMatch[] {
  const owners = listOwners(scene)
  const found = owners.flatMap((owner) => owner.details.flatMap((detail) => matchDetail(owner, detail, stems)))
  const longest = found.filter(
    (each) => !found.some((other) => includesMore(other, each) || (isSame(other, each) && isNearer(other, each))),
  )
  const firsts = longest.filter(
    (each, index) => longest.findIndex((other) => other.owner === each.owner && isSame(other, each)) === index,
  )
  return firsts.toSorted((left, right) => positionOf(left, stems) - positionOf(right, stems))
}

interface Found extends DetailMatch {
  readonly share: number
  readonly isOwnerNamed: boolean
  readonly distance: number
}

function listOwners({ view, place, carried, visible, playerCharacter }: Scene): readonly Owner[] {
  const current = view.graphs.map(({ nodeId, details }) => ({
    name: '',
    details,
    distance: nodeId === place?.nodeId ? 0 : 1,
  }))
  const own = playerCharacter === null ? [] : [{ name: '', details: playerCharacter.details, distance: 1 }]
  const others = visible.map((entity) => ({
    name: entity.name,
    details: entity.details,
    distance: carried.includes(entity) ? 1 : 2,
  }))
  return [...current, ...own, ...others]
}

function matchDetail(
  { name, distance }: Owner,
  { words, text }: DetailView,
  stems: readonly string[],
): readonly Found[] {
  const shares = words.map((word) => ({ word, share: phraseShare(word, stems) }))
  const fitting = shares.filter(({ share }) => share >= MIN_SHARE)
  if (fitting.length === 0) return []
  const named = stems.filter((stem) => fitting.some(({ word }) => stemsNamedBy(word, [stem]).length > 0))
  return [
    {
      owner: name,
      text,
      stems: named,
      share: Math.max(...fitting.map(({ share }) => share)),
      isOwnerNamed: name !== '' && contentWords(name).some((word) => stems.includes(word)),
      distance,
    },
  ]
}

const MIN_SHARE = 0.5

function includesMore(left: Found, right: Found): boolean {
  return left.stems.length > right.stems.length && right.stems.every((stem) => left.stems.includes(stem))
}

function isSame(left: Found, right: Found): boolean {
  return left.stems.length === right.stems.length && right.stems.every((stem) => left.stems.includes(stem))
}

function isNearer(left: Found, right: Found): boolean {
  if (left.isOwnerNamed !== right.isOwnerNamed) return left.isOwnerNamed
  if (Math.abs(left.share - right.share) > 0.05) return left.share > right.share
  return left.distance < right.distance
}

function positionOf({ stems: [first = ''] }: DetailMatch, stems: readonly string[]): number {
  return stems.indexOf(first)
}
