import type { World } from '../state/world.ts'
import { renderName } from '../traits/described/prompt.ts'
import { isRevealed } from '../traits/visibility.ts'

/** The names that nobody may know yet: those of secret entities, without the names that a known entity has too. */
export function listHiddenNames(world: World): readonly string[] {
  const entities = [...world.gamebook.entities.values()].filter(({ described }) => described !== undefined)
  const nameOf = (entity: (typeof entities)[number]): string => renderName(world, entity, () => {}).trim()
  const known = new Set(entities.filter((entity) => isRevealed(world, entity)).map(nameOf))
  const hidden = entities.filter((entity) => !isRevealed(world, entity)).map(nameOf)
  return [...new Set(hidden)].filter((name) => name !== '' && !known.has(name))
}
