import type { Effect, Roll } from '../../gamebook/gamebook.ts'
import type { EffectDraft, RollDraft } from '../read/draft.ts'
import { report } from '../diagnostics/reporter.ts'
import { checkField } from './checkField.ts'
import { findEntity, ofType } from './findEntity.ts'
import { resolveAction } from './resolveAction.ts'
import type { KnownEntity, Scope } from './scope.ts'

/** Invalid effects are reported and left out. `owner` is null for a trigger without an owning entity. */
export function resolveEffects(
  drafts: readonly EffectDraft[],
  owner: KnownEntity | null,
  scope: Scope,
): readonly Effect[] {
  return drafts.flatMap((draft): readonly Effect[] => {
    if (draft.kind === 'narration' || draft.kind === 'promise') return [draft]
    if (draft.kind === 'roll') return [{ if: draft.if, ...resolveRoll(draft, owner, scope) }]
    const resolved = resolveAction(draft, { owner, parameters: NO_PARAMETERS }, scope)
    return resolved === 'faulty' ? [] : [{ if: draft.if, ...resolved.call }]
  })
}

const NO_PARAMETERS: ReadonlyMap<string, unknown> = new Map()

export function resolveRoll(draft: RollDraft, owner: KnownEntity | null, scope: Scope): Roll {
  const { kind, roll, count, sides, add, atLeast } = draft
  return {
    kind,
    roll,
    count,
    sides,
    add,
    atLeast,
    into: resolveInto(draft, owner, scope),
    onSuccess: resolveEffects(draft.onSuccess, owner, scope),
    onFailure: resolveEffects(draft.onFailure, owner, scope),
  }
}

function resolveInto({ into, entityId }: RollDraft, owner: KnownEntity | null, scope: Scope): Roll['into'] {
  const entity = entityId === null ? owner : findEntity(entityId, scope, ofType(null, scope))
  if (into === null) return null
  if (entity === null) {
    const message = 'dice/roll needs "entity_id" beside "into": there is no owning entity here.'
    report(into.location, 'missing-entity-id', message, 'Add the entity: "entity_id: …".')
  }
  if (entity === undefined || entity === null) return null
  checkField(into, 'number-field', entity)
  return { entityId: entity.id.value, field: into.value }
}
