import type { Entity } from '../../gamebook/gamebook.ts'
import type { World } from '../../state/world.ts'
import { minutesOf, formatTime } from './time.ts'

/** `Time` */
export function clockFacts(world: World, { id, clock }: Entity): readonly string[] {
  return clock === undefined ? [] : [`- Time: ${formatTime(clock, minutesOf(world, id, clock))}`]
}
