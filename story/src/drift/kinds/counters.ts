import { readField } from '../../state/readField.ts'
import type { Entity, FieldDeclaration } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { World } from '../../state/world.ts'
import { isVisible } from '../../traits/visibility.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { listChanges, valuesOf } from '../world/turnEvents.ts'

/** A number that the player can see. */
export interface Counter {
  readonly label: string
  readonly words: readonly string[]
  /** Only the first words of its label: `skins` for "Skins of water". */
  readonly isShort: boolean
  readonly now: number
  /** What it was at any time of the turn, and by how much it changed. */
  readonly values: ReadonlySet<number>
}

export function listCounters({ before, after, input }: Scene): readonly Counter[] {
  const changes = listChanges(input.receipts)
  return [...after.gamebook.entities.values()].flatMap((entity) =>
    [...(indexOf(after.gamebook).types.get(entity.typeId)?.fields ?? [])].flatMap(
      ([field, declaration]): readonly Counter[] => {
        if (!isShown(after, entity, declaration)) return []
        const now = numberAt(after, entity, field)
        const past = numberAt(before, entity, field)
        if (now === null || past === null) return []
        const label = declaration.label ?? field
        const during = valuesOf(changes, entity.id, field).filter((value) => typeof value === 'number')
        const values = new Set([now, past, ...during, Math.abs(now - past)])
        const words = splitPhrase(label.replaceAll('_', ' ').replace(LEFT, ''))
        const of = words.indexOf('of')
        const all = { label, words, now, values, isShort: false }
        if (LEFT.test(label)) return [{ ...all, isShort: true }]
        return of > 0 ? [all, { ...all, words: words.slice(0, of), isShort: true }] : [all]
      },
    ),
  )
}

/** `Nights left` */
const LEFT = / (?:left|remaining)$/i

function isShown(world: World, entity: Entity, { type, show, tell }: FieldDeclaration): boolean {
  return (type === 'integer' || type === 'number') && (tell || show !== 'hidden') && isVisible(world, entity)
}

function numberAt(world: World, { id }: Entity, field: string): number | null {
  try {
    const value = readField(world, id, field)
    return typeof value === 'number' ? value : null
  } catch {
    return null
  }
}

export function isNamedAt(words: readonly string[], at: number, { words: label }: Counter): boolean {
  return label.length > 0 && label.every((word, index) => isSameNoun(words[at + index] ?? '', word))
}

const isSameNoun = (one: string, other: string): boolean => singular(one) === singular(other)
const singular = (word: string): string => (word.length > 3 && !word.endsWith('ss') ? word.replace(/s$/, '') : word)
