import { findAction } from '../actions/findAction.ts'
import { applyChange } from '../state/change.ts'
import type { Payload, Verdict } from '../state/verdict.ts'
import type { World } from '../state/world.ts'
import { HARBOUR } from './harbour.ts'
import { loadWorld } from './loadGamebook.ts'

export const harbour = loadWorld(HARBOUR)

export function verdictOf(action: string, world: World, payload: Payload, by: 'tool' | 'trigger'): Verdict {
  const verdict = findAction(action)?.check(world, payload, { by, report: () => {} })
  if (verdict === undefined) throw new Error(`no action ${action}`)
  return verdict
}

/** What an action does in the harbour for a trigger, or for a tool: the fields it writes, or the code of the refusal. */
export function outcomeOf(
  action: string,
  payload: Payload,
  { by = 'trigger', world = harbour }: Options = {},
): unknown {
  const verdict = verdictOf(action, world, payload, by)
  if (verdict.refusal !== null) return verdict.refusal.code
  return applyChange(world.state, verdict.enact(world).change).entities
}

interface Options {
  readonly by?: 'tool' | 'trigger'
  readonly world?: World
}

/** The harbour in which these fields have changed. */
export function harbourAfter(entities: World['state']['entities']): World {
  return { ...harbour, state: { ...harbour.state, entities } }
}
