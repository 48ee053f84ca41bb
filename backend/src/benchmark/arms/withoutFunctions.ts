import type { Entity, Gamebook } from '@llm-gamebook/story'

import { mapEntities } from './mapEntities.ts'

const cached = new WeakMap<Gamebook, Gamebook>()

/** The gamebook without anything that could be called: a model can only write. The same object each time. */
export function withoutFunctions(gamebook: Gamebook): Gamebook {
  const known = cached.get(gamebook)
  if (known !== undefined) return known
  const changed = { ...mapEntities(gamebook, (entity): Entity => ({ ...entity, functions: [] })), functions: [] }
  cached.set(gamebook, changed)
  return changed
}
