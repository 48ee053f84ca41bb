import { NARRATE, ROLL, type ActionName, type SingleActionName } from '../gamebook/actionName.ts'
import type { Action, ActionFormat } from './action.ts'
import { actions } from './actions.ts'
import type { ItemHandling, PayloadKey } from './payload.ts'

export const actionNames: readonly ActionName[] = Object.keys(actions).filter(isActionName)

/** An unknown action in one of these namespaces is an error; in any other it is an event of the gamebook. */
export const engineNamespaces: ReadonlySet<string> = new Set(
  actionNames.filter((name) => !isTalk(name)).map(namespaceOf),
)

export const actionByTarget: ReadonlyMap<string, ActionName> = new Map(
  actionNames.flatMap((name) => {
    const { target } = actions[name]
    return target === null ? [] : [[target, name]]
  }),
)

export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(actions, name)
}

export function isSingleAction(name: string): name is SingleActionName {
  return isActionName(name) && name !== ROLL && name !== NARRATE
}

export function namespaceOf(action: string): string {
  return action.slice(0, action.indexOf('/'))
}

/** Whether a name is of the namespace `talk`, which older gamebooks may use for events of their own. */
export function isTalk(name: string): boolean {
  return namespaceOf(name) === 'talk'
}

/** Undefined for an event of a gamebook, for `dice/roll` and for `core/narrate`. */
export function findAction(name: string): Action | undefined {
  return isSingleAction(name) ? actions[name] : undefined
}

/** Undefined for an event of a gamebook. */
export function findFormat(name: string): ActionFormat | undefined {
  return isActionName(name) ? actions[name] : undefined
}

export function findPayloadKey(action: string, key: string): PayloadKey | undefined {
  return findFormat(action)?.payload.get(key)
}

/** The payload keys that a tool of this action offers as parameters; empty for an event. */
export function builtInKeys(action: string): readonly string[] {
  const format = findFormat(action)
  return format === undefined ? [] : keysWithChoices(format)
}

export function keysWithChoices({ payload }: ActionFormat): readonly string[] {
  return [...payload].flatMap(([name, { choices }]) => (choices === null ? [] : [name]))
}

/** Whether an action moves a graph to the node `to`. */
export function movesGraph(action: string): boolean {
  return findPayloadKey(action, 'to')?.kind === 'node'
}

/** Null for an action whose payload has no item. */
export function findHandling(action: string): ItemHandling | null {
  const item = [...(findFormat(action)?.payload.values() ?? [])].find((key) => key.kind === 'item')
  return item?.handling ?? null
}
