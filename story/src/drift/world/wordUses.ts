import { textOf } from '../../gamebook/authoredText.ts'
import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { listEntityTexts } from '../protectedText/secretTexts.ts'
import { splitPhrase } from './nameIndex.ts'

/** In the texts of how many entities each word occurs. */
export function countUses(gamebook: Gamebook): ReadonlyMap<string, number> {
  const known = usesByGamebook.get(gamebook)
  if (known !== undefined) return known
  const uses = new Map<string, number>()
  for (const entity of gamebook.entities.values()) {
    for (const word of new Set(splitPhrase(textsOf(entity).join(' ')))) uses.set(word, (uses.get(word) ?? 0) + 1)
  }
  usesByGamebook.set(gamebook, uses)
  return uses
}

const usesByGamebook = new WeakMap<Gamebook, ReadonlyMap<string, number>>()

const textsOf = (entity: Entity): readonly string[] => [
  ...listEntityTexts(entity),
  ...(entity.speaker?.topics ?? []).map(({ say }) => textOf(say)),
]
