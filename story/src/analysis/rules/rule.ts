import { actions } from '../../actions/actions.ts'
import type { WriteRecorder } from '../../actions/writeRecorder.ts'
import type {
  ActionCall,
  Effect,
  Entity,
  Gamebook,
  GamebookFunction,
  NudgeCall,
  Roll,
  Trigger,
} from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { listStartQuestions } from '../../state/startQuestions.ts'
import { variableName, type Variable } from '../programs/variable.ts'

/** A part of the gamebook that changes the state, with everything that it could do by its syntax. */
export interface Rule {
  readonly kind: 'function' | 'trigger' | 'reveal' | 'question'
  /** A name that is unique for its kind: of the function, the trigger or the entity, or a field that a player answers. */
  readonly id: string
  /** The names of variables. Never too few: if a path can't be followed exactly, everything it could lead to counts. */
  readonly writes: ReadonlySet<string>
  /** Whether the rule can end the story. */
  readonly ends: boolean
  /** Whether the rule can restart the story. */
  readonly resets: boolean
}

export function listRules(gamebook: Gamebook): readonly Rule[] {
  return [
    ...gamebook.functions.map((fn) => ruleOfFunction(gamebook, fn)),
    ...gamebook.triggers.map((trigger) => ruleOfTrigger(gamebook, trigger)),
    ...indexOf(gamebook).secrets.flatMap(({ id, revealWhen }) =>
      revealWhen === null ? [] : [fieldRule('reveal', id, { kind: 'field', entityId: id, field: 'revealed' })],
    ),
    ...listStartQuestions(gamebook).map(({ entityId, field }) =>
      fieldRule('question', `${entityId}.${field}`, { kind: 'field', entityId, field }),
    ),
  ]
}

function ruleOfFunction(gamebook: Gamebook, { name, mainAction, check, effects }: GamebookFunction): Rule {
  const collector = new WriteCollector(gamebook)
  if (mainAction?.kind === 'action') collector.addCall(mainAction, true)
  if (mainAction?.kind === 'nudge') collector.addNudge(mainAction)
  if (check !== null) collector.addRoll(check)
  collector.performEffects(effects)
  return collector.toRule('function', name)
}

function ruleOfTrigger(gamebook: Gamebook, { id, effects }: Trigger): Rule {
  const collector = new WriteCollector(gamebook)
  collector.performEffects(effects)
  return collector.toRule('trigger', id)
}

function fieldRule(kind: Rule['kind'], id: string, field: Variable): Rule {
  return { kind, id, writes: new Set([variableName(field)]), ends: false, resets: false }
}

class WriteCollector implements WriteRecorder {
  readonly gamebook: Gamebook
  private readonly writes = new Set<string>()
  private readonly known = new Set<readonly Effect[]>()
  private ends = false
  private resets = false

  constructor(gamebook: Gamebook) {
    this.gamebook = gamebook
  }

  toRule(kind: Rule['kind'], id: string): Rule {
    const { writes, ends, resets } = this
    return { kind, id, writes, ends, resets }
  }

  performEffects(effects: readonly Effect[]): void {
    if (this.known.has(effects)) return
    this.known.add(effects)
    for (const effect of effects) {
      if (effect.kind === 'action') this.addCall(effect, false)
      if (effect.kind === 'roll') this.addRoll(effect)
    }
  }

  addRoll({ into, onSuccess, onFailure }: Roll): void {
    if (into !== null) this.writeField(into.entityId, into.field)
    this.performEffects(onSuccess)
    this.performEffects(onFailure)
  }

  /** Only what a player calls can use edges: effects and triggers go to nodes themselves. */
  addCall({ action, args }: ActionCall, usesEdges: boolean): void {
    const subjects = this.entitiesNamed(args.get('entity_id'))
    actions[action].recordWrites({ subjects, args, usesEdges }, this)
  }

  addNudge({ fields }: NudgeCall): void {
    for (const { entityId, field } of fields) this.writeField(entityId, field)
  }

  writeField(entityId: string, field: string): void {
    this.add({ kind: 'field', entityId, field })
  }

  enterNode(graphId: string, nodeId: string): void {
    this.add({ kind: 'visited', graphId, nodeId })
    if (this.gamebook.countedGraphs.has(graphId)) this.add({ kind: 'visits', graphId, nodeId })
  }

  discussTopic(speakerId: string, topicId: string): void {
    this.add({ kind: 'discussed', speakerId, topicId })
  }

  endStory(): void {
    this.ends = true
  }

  resetStory(): void {
    this.resets = true
  }

  private add(variable: Variable): void {
    this.writes.add(variableName(variable))
  }

  /** The entities that a payload key can name: all of them if its value is only known in play. */
  private entitiesNamed(id: unknown): readonly Entity[] {
    if (typeof id !== 'string') return [...this.gamebook.entities.values()]
    const entity = this.gamebook.entities.get(id)
    return entity === undefined ? [] : [entity]
  }
}
