import { findDeclaration } from '../expressions/entityFields.ts'
import type { Expression } from '../expressions/expression.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { EffectRecord, Receipt, RollRecord } from '../state/receipt.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { isVisible } from '../traits/visibility.ts'
import { describeFunction } from './viewFunction.ts'

/** A call that was made, for who tells of it: what was done, and how the dice fell. */
export interface CallView {
  /** What the function does, in its author's words; empty where there is no such function. */
  readonly description: string
  /** Its main action; null where there is none. */
  readonly action: string | null
  /** Those of the triggers that followed as well. */
  readonly rolls: readonly RollView[]
}

export interface RollView {
  readonly dice: readonly number[]
  readonly add: number
  /** The label of the field that was added; null where it has none, or is not visible. */
  readonly addedBy: string | null
  readonly total: number
  /** Null where nothing depended on it. */
  readonly success: boolean | null
  /** Whether it decided what became of the deed itself. */
  readonly isCheck: boolean
}

/** @param receipts those of the call and of the triggers that followed it */
export function viewCall(world: World, name: string, receipts: readonly Receipt[], report: ReportFailure): CallView {
  const fn = indexOf(world.gamebook).functions.get(name)
  if (fn === undefined) return { description: '', action: null, rolls: [] }
  const add = fn.check?.add ?? null
  const addedBy = add === null || typeof add === 'number' ? null : labelOf(world, add)
  return {
    description: describeFunction(world, fn, report),
    action: fn.mainAction?.action ?? null,
    rolls: receipts
      .filter(({ result }) => result === 'applied')
      .flatMap(({ roll, ...receipt }) => [
        ...(roll === undefined ? [] : [viewRoll(roll, { addedBy, isCheck: receipt.function === name })]),
        ...(receipt.effects ?? []).flatMap(viewRolls),
      ]),
  }
}

function viewRolls({ roll, effects = [] }: EffectRecord): readonly RollView[] {
  const own = roll === undefined ? [] : [viewRoll(roll, { addedBy: null, isCheck: false })]
  return [...own, ...effects.flatMap(viewRolls)]
}

function viewRoll({ dice, add, total, success }: RollRecord, of: Pick<RollView, 'addedBy' | 'isCheck'>): RollView {
  return { dice, add, total, success: success ?? null, ...of }
}

/** What a bare path to a labelled field is called: `player.nerve` is "Nerve". */
function labelOf(world: World, { root }: Expression): string | null {
  const [step, ...further] = root.kind === 'path' ? root.steps : []
  if (root.kind !== 'path' || step === undefined || further.length > 0) return null
  const entity = world.gamebook.entities.get(root.head.name)
  if (entity === undefined || !isVisible(world, entity)) return null
  return findDeclaration(world.gamebook, entity, step.name)?.label ?? null
}
