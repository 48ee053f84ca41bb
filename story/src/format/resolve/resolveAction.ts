import { actions } from '../../actions/actions.ts'
import { isSingleAction } from '../../actions/findAction.ts'
import { traitByKind, type PayloadKey, type PayloadKind } from '../../actions/payload.ts'
import { Computed } from '../../expressions/expression.ts'
import type { ActionCall, EventCall, TraitName } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { ActionDraft, MainActionDraft } from '../read/draft.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'
import { report } from '../diagnostics/reporter.ts'
import { suggest } from '../diagnostics/suggestion.ts'
import { checkField, checkValue } from './checkField.ts'
import { findEntity, ofType, withTrait, type EntityRequirement } from './findEntity.ts'
import type { KnownEntity, Scope } from './scope.ts'

export interface ActionSite {
  /** Null for a trigger without an owning entity. */
  readonly owner: KnownEntity | null
  /** Parameters that supply the payload keys absent from `args`. */
  readonly parameters: ReadonlyMap<string, unknown>
}

export interface ResolvedAction {
  readonly call: ActionCall | EventCall
  /** The entity that it changes; null if only play decides that, and for an event. */
  readonly entity: KnownEntity | null
}

/** `faulty`, and reported, if it can never be applied. */
export function resolveAction(
  draft: ActionDraft | MainActionDraft,
  site: ActionSite,
  scope: Scope,
): ResolvedAction | 'faulty' {
  const { action, args } = draft
  if (draft.isEvent || !isSingleAction(action)) {
    const values = new Map([...args].map(([key, { value }]) => [key, value]))
    return { call: { kind: 'event', action, args: values }, entity: null }
  }
  const { payload } = actions[action]
  const subject = payload.get('entity_id')
  const entity = subject === undefined ? 'open' : findSubject(draft, subject.kind, site, scope)
  if (entity === 'faulty') return 'faulty'
  const target = entity === 'open' ? null : entity
  const given = new Map<string, Json | Computed>()
  for (const [key, { kind: requirement }] of payload) {
    const arg = args.get(key)
    if (arg !== undefined && key !== 'entity_id') checkArg(arg, requirement, target, scope)
    if (key === 'entity_id' && target !== null) given.set(key, target.id.value)
    else if (arg !== undefined) given.set(key, arg.value)
  }
  checkFieldArgs(draft, payload, target, scope)
  return { call: { kind: 'action', action, args: given }, entity: target }
}

/** What the action acts on: what `entity_id` names, else the owner. `open` where that is known only in play. */
function findSubject(
  draft: ActionDraft | MainActionDraft,
  kind: PayloadKind,
  { owner, parameters }: ActionSite,
  scope: Scope,
): KnownEntity | 'open' | 'faulty' {
  const trait = traitByKind.get(kind)
  const written = fixedId(draft.args.get('entity_id'))
  if (written !== undefined) {
    return findEntity(written, scope, trait === undefined ? ofType(null, scope) : withTrait(trait, scope)) ?? 'faulty'
  }
  if (draft.args.has('entity_id') || parameters.has('entity_id')) return 'open'
  const [clock, ...others] = scope.clocks
  if (owner !== null && (trait === undefined || owner.type.traits.includes(trait))) return owner
  if (trait === 'clock' && clock !== undefined && others.length === 0) return clock
  if (owner?.type.traitsSound !== false && (trait !== 'clock' || scope.draft.complete))
    reportNoSubject(draft, trait, owner)
  return 'faulty'
}

function reportNoSubject(
  draft: ActionDraft | MainActionDraft,
  trait: TraitName | undefined,
  owner: KnownEntity | null,
): void {
  const { action, location } = draft
  const hint = `Add the entity: "args: {entity_id: …}".`
  if ('writtenAs' in draft && draft.writtenAs === 'target') {
    const message = `This entity lacks the trait "${trait}", so the function offers no tool.`
    report(location, 'missing-trait', message, hint)
  } else if (owner === null) {
    report(location, 'missing-entity-id', `${action} needs "entity_id": there is no owning entity here.`, hint)
  } else if (trait === 'clock') {
    report(location, 'missing-entity-id', `${action} needs "entity_id": the gamebook has no single clock.`, hint)
  } else {
    report(location, 'wrong-trait', `This entity lacks the trait "${trait}", which ${action} needs.`, hint)
  }
}

function checkArg(arg: Located<Json | Computed>, kind: PayloadKind, subject: KnownEntity | null, scope: Scope): void {
  const id = fixedId(arg)
  if (kind === 'topic' && id !== undefined && subject !== null) checkTopic(id, subject)
  const trait = traitByKind.get(kind)
  if (id === undefined || trait === undefined || (kind === 'node' && isEdge(id.value, subject, scope))) return
  findEntity(id, scope, requirementOf(kind, trait, subject, scope))
}

/** A move can name an edge instead of a node. */
function isEdge(id: string, subject: KnownEntity | null, { nodesWithEdge }: Scope): boolean {
  const nodeIds = nodesWithEdge.get(id) ?? []
  return subject === null ? nodeIds.length > 0 : nodeIds.some((nodeId) => subject.nodeIds?.has(nodeId))
}

function checkTopic({ value, location }: Located<string>, { id, entity, type }: KnownEntity): void {
  const topics = entity.parts.speaker?.topics.map((topic) => topic.id.value) ?? []
  if (topics.includes(value) || !type.traitsSound || entity.parts.speaker?.sound === false) return
  const hint = suggest(value, topics, 'Write the id of one of its topics.')
  report(location, 'unknown-reference', `"${id.value}" has no topic "${value}".`, hint)
}

/** A fixed target must be a node of the graph that moves. */
function requirementOf(
  kind: PayloadKind,
  trait: TraitName,
  subject: KnownEntity | null,
  scope: Scope,
): EntityRequirement {
  if (kind !== 'node' || subject === null) return withTrait(trait, scope)
  const { id, nodeIds } = subject
  return {
    what: `a node of the graph "${id.value}"`,
    fits: (known) => nodeIds === null || nodeIds.has(known.id.value),
    mayBeLost: !scope.draft.complete,
  }
}

function checkFieldArgs(
  { args }: ActionDraft,
  payload: ReadonlyMap<string, PayloadKey>,
  subject: KnownEntity | null,
  scope: Scope,
): void {
  const field = fixedId(args.get('field'))
  const kind = payload.get('field')?.kind
  if (kind === undefined || field === undefined || subject === null) return
  const declaration = checkField(field, kind, subject)
  const [valueKey = ''] = [...payload].flatMap(([key, written]) => (VALUE_KINDS.has(written.kind) ? [key] : []))
  const value = args.get(valueKey)
  if (declaration !== null && value !== undefined && !(value.value instanceof Computed)) {
    checkValue({ value: value.value, location: value.location }, kind, field.value, declaration, scope)
  }
}

const VALUE_KINDS: ReadonlySet<PayloadKind> = new Set<PayloadKind>(['value', 'element', 'number'])

function fixedId(arg: Located<Json | Computed> | undefined): Located<string> | undefined {
  return typeof arg?.value === 'string' ? { value: arg.value, location: arg.location } : undefined
}
