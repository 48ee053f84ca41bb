import { keepStartAnswers } from '../state/startAnswers.ts'
import { NO_CHANGE, writeField } from '../state/change.ts'
import { allow, refuse } from '../state/verdict.ts'
import { isRevealed } from '../traits/visibility.ts'
import type { Action, ActionFormat } from './action.ts'
import { key, payloadOf } from './payload.ts'

/** An entity stays revealed for the rest of the session. */
export const coreReveal: Action = {
  target: null,
  payload: payloadOf({ entity_id: key('entity') }),
  check: (world, { entity_id }) => {
    const entity = typeof entity_id === 'string' ? world.gamebook.entities.get(entity_id) : undefined
    if (entity === undefined) return refuse('no-such-entity', 'There is nothing by that name.')
    return allow(isRevealed(world, entity) ? NO_CHANGE : writeField(entity.id, 'revealed', true))
  },
  recordWrites: ({ subjects }, recorder) => {
    for (const { id, secret } of subjects) if (secret) recorder.writeField(id, 'revealed')
  },
  verbs: [],
}

/** Ending a story that has ended changes nothing. */
export const coreEndGame: Action = {
  target: null,
  payload: payloadOf({ reason: key('reason', { required: false }) }),
  check: (_, { reason }) =>
    allow({ kind: 'write', fields: [], ended: { reason: typeof reason === 'string' ? reason : null } }),
  recordWrites: (_, recorder) => recorder.endStory(),
  verbs: [],
}

/** Restores the start state. The dice continue their sequence, and what the player was asked for stays. */
export const coreResetGame: Action = {
  target: null,
  payload: payloadOf({}),
  check: ({ gamebook, state }) => allow({ kind: 'reset', kept: keepStartAnswers(gamebook, state) }),
  recordWrites: (_, recorder) => recorder.resetStory(),
  verbs: [],
}

/** `play/narrate.ts` renders the text. */
export const coreNarrate: ActionFormat = {
  target: null,
  payload: payloadOf({ text: key('template') }),
}
