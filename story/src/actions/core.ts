import { NO_CHANGE, writeField } from '../state/change.ts'
import { allow, refuse, type CheckAction } from '../state/verdict.ts'
import { isRevealed } from '../traits/visibility.ts'

/** `core/reveal`: for good. */
export const checkReveal: CheckAction = (world, { entity_id }) => {
  const entity = typeof entity_id === 'string' ? world.gamebook.entities.get(entity_id) : undefined
  if (entity === undefined) return refuse('no-such-entity', 'There is nothing of that name.')
  return allow(isRevealed(world, entity) ? NO_CHANGE : writeField(entity.id, 'revealed', true))
}

/** `core/end-game`: a second time changes nothing. */
export const checkEndGame: CheckAction = (_, { reason }) =>
  allow({ kind: 'write', fields: [], ended: { reason: typeof reason === 'string' ? reason : null } })

/** `core/reset-game`: as if nothing had happened, but the dice go on. */
export const checkResetGame: CheckAction = () => allow({ kind: 'reset' })
