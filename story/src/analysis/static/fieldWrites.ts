import type { ActionCall, Effect, Gamebook } from '../../gamebook/gamebook.ts'
import { flattenEffects } from '../../gamebook/flattenEffects.ts'
import type { Json } from '../../json.ts'
import { listStartQuestions } from '../../state/startQuestions.ts'
import type { SourceMap } from '../sourceMap.ts'
import { Computed } from '../../expressions/expression.ts'
import { listEffects } from './effectLists.ts'

/** A write of a constant, or any other change of a field. */
export type FieldWrite = { readonly kind: 'constant'; readonly value: Json } | { readonly kind: 'change' }

/** All writes of the fields of a gamebook. */
export class FieldWrites {
  private readonly writes = new Map<string, FieldWrite[]>()
  /** Whether a write names its entity or its field only in play. */
  private readsInPlay = false

  constructor(gamebook: Gamebook, locations: SourceMap) {
    for (const { effects } of listEffects(gamebook, locations))
      for (const effect of flattenEffects(effects)) this.addEffect(effect)
    for (const { entityId, field } of listStartQuestions(gamebook)) this.add(entityId, field, CHANGE)
    if (gamebook.improvisation.kind === 'fields')
      for (const { entityId, field } of gamebook.improvisation.fields) this.add(entityId, field, CHANGE)
  }

  /** Null if they are not known before play. */
  of(entityId: string, field: string): readonly FieldWrite[] | null {
    return this.readsInPlay ? null : (this.writes.get(`${entityId}.${field}`) ?? [])
  }

  private addEffect(effect: Effect): void {
    if (effect.kind === 'roll' && effect.into !== null) this.add(effect.into.entityId, effect.into.field, CHANGE)
    if (effect.kind !== 'action' || !STATE_ACTIONS.has(effect.action)) return
    const written = writtenField(effect)
    if (written === null) this.readsInPlay = true
    else this.add(written.entityId, written.field, writeOf(effect))
  }

  private add(entityId: string, field: string, write: FieldWrite): void {
    const name = `${entityId}.${field}`
    this.writes.set(name, [...(this.writes.get(name) ?? []), write])
  }
}

const CHANGE: FieldWrite = { kind: 'change' }

const STATE_ACTIONS: ReadonlySet<string> = new Set([
  'state/set',
  'state/add',
  'state/toggle',
  'list/add',
  'list/remove',
])

/** Null if play decides. */
export function writtenField({ args }: ActionCall): { readonly entityId: string; readonly field: string } | null {
  const [entityId, field] = [args.get('entity_id'), args.get('field')]
  return typeof entityId === 'string' && typeof field === 'string' ? { entityId, field } : null
}

export function writeOf({ action, args }: ActionCall): FieldWrite {
  const value = args.get('value')
  return action === 'state/set' && value !== undefined && !(value instanceof Computed)
    ? { kind: 'constant', value }
    : CHANGE
}

export function writesState({ action }: ActionCall): boolean {
  return STATE_ACTIONS.has(action)
}
