/** What the payload of each action may hold; an action that is not here is an event, which takes anything. */
export const payloadKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['graph/transition', ['entity_id', 'to']],
  ['state/set', ['entity_id', 'field', 'value']],
  ['state/add', ['entity_id', 'field', 'amount']],
  ['state/toggle', ['entity_id', 'field']],
  ['list/add', ['entity_id', 'field', 'value']],
  ['list/remove', ['entity_id', 'field', 'value']],
  ['clock/advance', ['entity_id', 'minutes']],
  ['item/take', ['entity_id', 'item']],
  ['item/drop', ['entity_id', 'item', 'to']],
  ['item/give', ['entity_id', 'item', 'to']],
  ['core/reveal', ['entity_id']],
  ['core/end-game', ['reason']],
  ['core/reset-game', []],
])
