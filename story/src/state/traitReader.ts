import type { Value } from '../expressions/expression.ts'
import type { Entity } from '../gamebook/gamebook.ts'
import type { World } from './world.ts'

/** Reads one field of a trait; undefined for an entity without the trait. */
export type TraitReader = (world: World, entity: Entity) => Value | undefined
