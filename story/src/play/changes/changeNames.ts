import { findEntityType } from '../../gamebook/findEntityType.ts'
import type { Entity } from '../../gamebook/gamebook.ts'
import type { World } from '../../state/world.ts'
import { renderName } from '../../traits/described/prompt.ts'
import { isInPrompt } from '../../traits/inPrompt.ts'
import { isVisible as isVisibleIn } from '../../traits/visibility.ts'

/** The names of what is visible before or after a call: what leaves the player's sight keeps the name it had. */
export interface ChangeNames {
  readonly before: World
  readonly after: World
  /** Whether the narrator is sent facts of an entity. */
  readonly isSent: (entity: Entity) => boolean
  readonly isVisible: (entity: Entity) => boolean
  /** Null for an entity that is not described or was and is invisible. */
  readonly nameOf: (entity: Entity) => string | null
  /** The name, or that of the type for an entity that is not described. */
  readonly subjectOf: (entity: Entity) => string
}

export function changeNames(before: World, after: World): ChangeNames {
  const isVisible = (entity: Entity): boolean => isVisibleIn(after, entity) || isVisibleIn(before, entity)
  const nameOf = (entity: Entity): string | null => nameIn(after, entity) ?? nameIn(before, entity)
  const typeName = ({ typeId }: Entity): string => findEntityType(after.gamebook, typeId)?.name ?? 'It'
  return {
    before,
    after,
    isSent: (entity) => isInPrompt(after.gamebook, entity) && isVisible(entity),
    isVisible,
    nameOf,
    subjectOf: (entity) => nameOf(entity) ?? typeName(entity),
  }
}

/** Null for an entity that is not described or not visible. */
export function nameIn(world: World, entity: Entity): string | null {
  return entity.described === undefined || !isVisibleIn(world, entity) ? null : renderName(world, entity)
}
