/** What a function of a gamebook can ask for, with the tool parameters that the engine fills in. */
export const engineActions: ReadonlyMap<string, EngineAction> = new Map([
  ['graph/transition', { target: 'transition', parameters: ['to'] }],
  ['state/set', { target: null, parameters: [] }],
  ['state/add', { target: null, parameters: [] }],
  ['state/toggle', { target: null, parameters: [] }],
  ['list/add', { target: null, parameters: [] }],
  ['list/remove', { target: null, parameters: [] }],
  ['dice/roll', { target: null, parameters: [] }],
  ['clock/advance', { target: 'advance', parameters: [] }],
  ['item/take', { target: 'take', parameters: ['item'] }],
  ['item/drop', { target: 'drop', parameters: ['item'] }],
  ['item/give', { target: 'give', parameters: ['item', 'to'] }],
  ['core/reveal', { target: null, parameters: [] }],
  ['core/end-game', { target: null, parameters: [] }],
  ['core/reset-game', { target: null, parameters: [] }],
])

export interface EngineAction {
  /** The short name that a function may give instead of the action. */
  readonly target: string | null
  readonly parameters: readonly string[]
}

/** An unknown action in one of these is a mistake; in any other it is an event of the gamebook. */
export const engineNamespaces: ReadonlySet<string> = new Set([...engineActions.keys()].map(namespaceOf))

export const actionByTarget: ReadonlyMap<string, string> = new Map(
  [...engineActions].flatMap(([action, { target }]) => (target === null ? [] : [[target, action]])),
)

export function namespaceOf(action: string): string {
  return action.slice(0, action.indexOf('/'))
}
