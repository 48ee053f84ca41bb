import { NARRATE, PROMISE } from '../gamebook/actionName.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { Json } from '../json.ts'
import type { EffectRecord, Receipt } from '../state/receipt.ts'
import type { World } from '../state/world.ts'
import { isRevealed } from '../traits/visibility.ts'

/**
 * The receipt without anything that names a hidden entity: changes and effects of it, conditions that read it, and its
 * id among values. The same receipt if it names none.
 * @param after the gamebook at the state that the receipt led to
 */
export function receiptForPlayer(after: World, receipt: Receipt): Receipt {
  const hidden = new Set(
    indexOf(after.gamebook)
      .secrets.filter((entity) => !isRevealed(after, entity))
      .map(({ id }) => id),
  )
  return hidden.size === 0 || !names(receipt, hidden) ? receipt : withoutHidden(receipt, hidden)
}

type Ids = ReadonlySet<string>

function withoutHidden({ trigger, reason, guards, ...rest }: Receipt, hidden: Ids): Receipt {
  return {
    ...rest,
    ...recordWithoutHidden(rest, hidden),
    ...(trigger !== undefined && !mentions(trigger, hidden) && { trigger }),
    ...(reason !== undefined && !mentions(reason, hidden) && { reason }),
    guards: guards.filter((guard) => !names(guard, hidden)),
  }
}

function recordWithoutHidden(
  { action, args, changes, effects }: EffectRecord,
  hidden: Ids,
): Pick<EffectRecord, 'args' | 'changes' | 'effects'> {
  return {
    args: isAuthorsText(action) ? args : valueWithoutHidden(args, hidden),
    changes: changes.flatMap((change) => {
      if (hidden.has(change.entity)) return []
      const [before, after] = [change.before, change.after].map((value) => valueWithoutHidden(value, hidden))
      return [{ ...change, before: before ?? null, after: after ?? null }]
    }),
    ...(effects !== undefined && {
      effects: effects
        .flatMap((effect) => (isOfHidden(effect, hidden) ? narrationsOf(effect) : [effect]))
        .map((effect) => ({ ...effect, ...recordWithoutHidden(effect, hidden) })),
    }),
  }
}

/** What the author says in so many words is no secret, even if a word is also the id of a hidden entity. */
function isAuthorsText(action: string): boolean {
  return action === NARRATE || action === PROMISE
}

/** The author's text that belongs to an effect: players have read it. */
function narrationsOf({ effects = [] }: EffectRecord): readonly EffectRecord[] {
  return effects.flatMap((effect) => (effect.action === NARRATE ? [effect] : narrationsOf(effect)))
}

/** Whether an effect acts on a hidden entity. */
function isOfHidden({ args }: EffectRecord, hidden: Ids): boolean {
  const id = isMapping(args) ? args['entity_id'] : undefined
  return typeof id === 'string' && hidden.has(id)
}

/** Null in place of a value that names a hidden entity; a list loses it. */
function valueWithoutHidden(value: Json, hidden: Ids): Json {
  if (typeof value === 'string') return mentions(value, hidden) ? null : value
  if (isList(value)) {
    return value.filter((element) => !names(element, hidden))
  }
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, valueWithoutHidden(inner, hidden)]))
}

function names(value: unknown, hidden: Ids): boolean {
  return mentions(JSON.stringify(value), hidden)
}

/** Whether a text has one of the ids as a whole word. */
function mentions(text: string, ids: Ids): boolean {
  return text.split(/[^\p{L}\p{M}\p{N}_]+/u).some((word) => ids.has(word))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isMapping(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
