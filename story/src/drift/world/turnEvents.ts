import type { ChangeRecord, EffectRecord, Receipt } from '../../state/receipt.ts'

/** All changes of a turn, in order. */
export function listChanges(receipts: readonly Receipt[]): readonly ChangeRecord[] {
  return receipts
    .filter(({ result }) => result === 'applied')
    .flatMap(({ changes, effects }) => [...changes, ...changesOf(effects)])
}

function changesOf(effects: readonly EffectRecord[] | undefined): readonly ChangeRecord[] {
  return (effects ?? []).flatMap((effect) => [...effect.changes, ...changesOf(effect.effects)])
}

/** What a field was at any time of the turn. */
export function valuesOf(changes: readonly ChangeRecord[], entityId: string, field: string): readonly unknown[] {
  return changes
    .filter((change) => change.entity === entityId && change.field === field)
    .flatMap(({ before, after }) => [before, after])
}

/** The last outcome of each function that was called: a second try counts. */
export function lastCalls(receipts: readonly Receipt[]): readonly Receipt[] {
  const calls = receipts.filter((receipt) => receipt.function !== undefined)
  return calls.filter(
    (receipt, index) =>
      !calls.slice(index + 1).some((later) => later.function === receipt.function && isSameTarget(later, receipt)),
  )
}

function isSameTarget(one: Receipt, other: Receipt): boolean {
  return targetOf(one) === targetOf(other)
}

/** The place or thing that a call is about; null if it names none. */
export function targetOf({ args }: Receipt): string | null {
  if (typeof args !== 'object' || args === null) return null
  const named = new Map<string, unknown>(Object.entries(args))
  const target = named.get('item') ?? named.get('to')
  return typeof target === 'string' ? target : null
}
