import type { Entity } from '../gamebook/gamebook.ts'
import type { World } from '../state/world.ts'
import { renderDescription, renderName } from '../traits/described/prompt.ts'
import { constantDetails } from './details.ts'
import type { PromptType } from './promptType.ts'

/** What the system text says about a constant entity. */
export function worldBlocks(world: World, type: PromptType, entity: Entity): readonly string[] {
  return [
    `### ${type.name}: ${renderName(world, entity)}`,
    renderDescription(world, entity),
    constantDetails(world, entity),
  ].filter((block) => block !== '')
}
