import { indexOf } from '../gamebook/gamebookIndex.ts'
import { placeGraphs } from '../play/placeGraphs.ts'
import { labelOfAdded } from '../play/labelOfAdded.ts'
import type { ChangeRecord, EffectRecord, Receipt, RollRecord } from '../state/receipt.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { describeFunction } from './viewFunction.ts'

/** A completed call and its rolls, for the built-in narrator. */
export interface CallView {
  /** The author's description of the function; empty for an unknown function. */
  readonly description: string
  /** The main action; null for a function without one. */
  readonly action: string | null
  /** The rolls of the call and of the triggers after it. */
  readonly rolls: readonly RollView[]
  /** The node of a map to which the player was moved in the end; null if the player was not moved. */
  readonly movedTo: string | null
}

export interface RollView {
  readonly dice: readonly number[]
  readonly add: number
  /** The label of the added field; null if it has no label or is not visible. */
  readonly addedBy: string | null
  readonly total: number
  /** Null for a roll without a target number. */
  readonly success: boolean | null
  /** Whether it is the check of the function itself. */
  readonly isCheck: boolean
}

/** @param receipts the receipts of the call and of the triggers after it */
export function viewCall(world: World, name: string, receipts: readonly Receipt[], report: ReportFailure): CallView {
  const fn = indexOf(world.gamebook).functions.get(name)
  if (fn === undefined) return { description: '', action: null, rolls: [], movedTo: null }
  const addedBy = labelOfAdded(world, fn.check?.add ?? null)
  return {
    description: describeFunction(world, fn, report),
    action: fn.mainAction?.action ?? null,
    rolls: receipts
      .filter(({ result }) => result === 'applied')
      .flatMap(({ roll, ...receipt }) => [
        ...(roll === undefined ? [] : [viewRoll(roll, { addedBy, isCheck: receipt.function === name })]),
        ...(receipt.effects ?? []).flatMap(viewRolls),
      ]),
    movedTo: findDestination(world, receipts),
  }
}

function findDestination({ gamebook }: World, receipts: readonly Receipt[]): string | null {
  const maps = new Set(placeGraphs(gamebook).map(({ id }) => id))
  const moves = receipts
    .flatMap(listChanges)
    .filter(({ entity, field }) => field === 'current_node_id' && maps.has(entity))
  const last = moves.at(-1)?.after
  return typeof last === 'string' ? last : null
}

function listChanges({ changes, effects = [] }: EffectRecord): readonly ChangeRecord[] {
  return [...changes, ...effects.flatMap(listChanges)]
}

function viewRolls({ roll, effects = [] }: EffectRecord): readonly RollView[] {
  const own = roll === undefined ? [] : [viewRoll(roll, { addedBy: null, isCheck: false })]
  return [...own, ...effects.flatMap(viewRolls)]
}

function viewRoll({ dice, add, total, success }: RollRecord, of: Pick<RollView, 'addedBy' | 'isCheck'>): RollView {
  return { dice, add, total, success: success ?? null, ...of }
}
