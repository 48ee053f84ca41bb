import type { Entity } from '../../gamebook.ts'
import type { World } from '../../state/world.ts'
import { minutesOf, tellTimeAt } from './time.ts'

/** `Time` */
export function tellClock(world: World, { id, clock }: Entity): readonly string[] {
  return clock === undefined ? [] : [`- Time: ${tellTimeAt(clock, minutesOf(world, id, clock))}`]
}
