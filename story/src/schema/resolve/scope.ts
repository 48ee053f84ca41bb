import type { EntityDraft, GamebookDraft, TypeDraft } from '../../reading/draft.ts'
import { limits } from '../../reading/limits.ts'
import type { Located } from '../../reading/place.ts'
import { relatedTo, report } from '../../reading/reporter.ts'

/** All that a reference can lead to. */
export interface Scope {
  readonly draft: GamebookDraft
  readonly types: ReadonlyMap<string, TypeDraft>
  readonly entities: ReadonlyMap<string, KnownEntity>
}

export interface KnownEntity {
  readonly id: Located<string>
  readonly entity: EntityDraft
  readonly type: TypeDraft
}

/** Of two with one id the first counts, and the second is reported. */
export function createScope(draft: GamebookDraft): Scope {
  const types = new Map<string, TypeDraft>()
  const entities = new Map<string, KnownEntity>()
  for (const type of draft.types) {
    if (type.id !== null && isNew(type.id, types.get(type.id.value)?.id)) types.set(type.id.value, type)
    for (const entity of type.entities) {
      const { id } = entity
      if (id !== null && isNew(id, entities.get(id.value)?.id)) entities.set(id.value, { id, entity, type })
    }
  }
  reportExcess(draft)
  return { draft, types, entities }
}

/** An empty id is none, which is reported already. */
function isNew({ value, place }: Located<string>, earlier: Located<string> | null | undefined): boolean {
  if (value === '') return false
  if (earlier === undefined || earlier === null) return true
  report(place, 'duplicate-id', `The id "${value}" is taken already.`, 'Give one of the two another "id".', [
    relatedTo(earlier.place, `"${value}" stands here for the first time.`),
  ])
  return false
}

function reportExcess({ types }: GamebookDraft): void {
  const excess = types.flatMap(({ entities }) => entities)[limits.entities]
  if (excess === undefined) return
  report(excess.place, 'limit', `There are more than ${limits.entities} entities.`, 'Split the gamebook into several.')
}
