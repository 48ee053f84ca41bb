import type { AccessRecorder, FieldAccess } from '../../actions/access.ts'
import { actions } from '../../actions/actions.ts'
import { Computed } from '../../expressions/expression.ts'
import type {
  ActionCall,
  Effect,
  Entity,
  EventCall,
  Gamebook,
  GamebookFunction,
  NudgeCall,
  Parameter,
  Roll,
} from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { isInert } from '../../gamebook/isInert.ts'
import { variableName, type Variable } from './variable.ts'
import { listProjectRules } from './projectRules.ts'
import { Reads } from './reads.ts'

/**
 * A part of the gamebook that reads or changes the state: a function, a trigger, the `reveal_when` of an entity, an
 * invariant, a goal, or a question for the player before the first page.
 */
export interface Rule {
  readonly kind: 'function' | 'trigger' | 'reveal' | 'invariant' | 'goal' | 'question'
  /** A name that is unique for its kind: of the function, the trigger or the entity, the position in the list, a field. */
  readonly id: string
  /** What decides whether the rule applies and what it does. */
  readonly reads: Reads
  /** Names of topics, as variables, that decide about words only. They don't count as read. */
  readonly wordsOnly: ReadonlySet<string>
  readonly writes: ReadonlyMap<string, Variable>
  /** Amounts that the rule adds to numbers. */
  readonly increments: readonly NumberIncrement[]
  /** Variables whose value decides whether one of the rule's actions is refused. */
  readonly refusalInputs: ReadonlyMap<string, Variable>
  /** Names of custom fields that may receive something other than a number. */
  readonly nonNumericWrites: ReadonlySet<string>
  /** Whether the rule can restart the story. */
  readonly resets: boolean
  /** Whether the rule can end the story. */
  readonly ends: boolean
}

export interface NumberIncrement {
  readonly variable: string
  /** Null for an amount that is only known in play. */
  readonly amount: number | null
}

/**
 * The guards of topics that only narrate are left out of the reads, unless a rule asks whether the topic was discussed,
 * or such a guard does: each pass finds the topics that the one before it needs.
 */
export function listRules(gamebook: Gamebook): readonly Rule[] {
  let needed: ReadonlySet<string> = new Set()
  for (;;) {
    const rules = readRules(gamebook, needed)
    const found = topicsRead(rules)
    if (found.size === needed.size) return rules
    needed = found
  }
}

/** The names of the variables of topics whose discussion a rule reads. */
function topicsRead(rules: readonly Rule[]): ReadonlySet<string> {
  const variables = rules.flatMap(({ reads }) => [...reads.variables])
  return new Set(variables.flatMap(([name, { kind }]) => (kind === 'discussed' ? [name] : [])))
}

function readRules(gamebook: Gamebook, neededTopics: ReadonlySet<string>): readonly Rule[] {
  const functions = gamebook.functions.map((fn) =>
    new RuleReader(gamebook, neededTopics, fn.parameters).readFunction(fn),
  )
  const triggers = gamebook.triggers.map(({ id, condition, effects }) => {
    const reader = new RuleReader(gamebook, neededTopics)
    reader.reads.addCondition(condition)
    reader.addWrite({ kind: 'trigger', triggerId: id })
    reader.readEffects(effects, 'trigger')
    return reader.toRule('trigger', id)
  })
  const reveals = indexOf(gamebook).secrets.flatMap(({ id, revealWhen }) => {
    if (revealWhen === null) return []
    const reader = new RuleReader(gamebook, neededTopics)
    reader.reads.addCondition(revealWhen)
    reader.addWrite({ kind: 'field', entityId: id, field: 'revealed' })
    return [reader.toRule('reveal', id)]
  })
  return [...functions, ...triggers, ...reveals, ...listProjectRules(gamebook)]
}

type Initiator = 'tool' | 'trigger'

class RuleReader {
  readonly reads: Reads
  /** What decides about words only. */
  private readonly words: Reads
  private readonly writes = new Map<string, Variable>()
  private readonly increments: NumberIncrement[] = []
  private readonly gamebook: Gamebook
  private readonly neededTopics: ReadonlySet<string>
  private readonly refusalInputs = new Map<string, Variable>()
  private readonly nonNumericWrites = new Set<string>()
  private readonly known = new Set<readonly Effect[]>()
  private resets = false
  private ends = false

  constructor(
    gamebook: Gamebook,
    neededTopics: ReadonlySet<string>,
    parameters: ReadonlyMap<string, Parameter> = new Map(),
  ) {
    this.gamebook = gamebook
    this.neededTopics = neededTopics
    this.reads = new Reads(gamebook, parameters)
    this.words = new Reads(gamebook, parameters)
  }

  toRule(kind: Rule['kind'], id: string): Rule {
    const wordsOnly = this.readWords()
    const { reads, writes, increments, refusalInputs, nonNumericWrites, resets, ends } = this
    return { kind, id, reads, wordsOnly, writes, increments, refusalInputs, nonNumericWrites, resets, ends }
  }

  private readWords(): ReadonlySet<string> {
    for (const [expression, use] of this.words.expressions) this.reads.noteExpression(expression, use)
    const topics = new Set<string>()
    for (const [name, variable] of this.words.variables) {
      if (variable.kind === 'discussed') topics.add(name)
      else this.reads.addVariable(variable)
    }
    return topics
  }

  addWrite(variable: Variable): void {
    this.writes.set(variableName(variable), variable)
  }

  readFunction(fn: GamebookFunction): Rule {
    const owner = fn.ownerId === null ? undefined : this.gamebook.entities.get(fn.ownerId)
    if (owner?.secret === true) this.reads.addField(owner, 'revealed')
    this.reads.addCondition(fn.enabled)
    for (const parameter of fn.parameters.values()) {
      if (parameter.type === 'entity')
        this.entitiesOfTypes(parameter.of).forEach((entity) => this.reads.addVisibility(entity))
    }
    if (fn.mainAction?.kind === 'nudge') this.readNudge(fn.mainAction)
    else if (fn.mainAction !== null) this.readAction(fn.mainAction, 'tool')
    if (fn.check !== null) this.readRoll(fn.check, 'tool')
    this.readEffects(fn.effects, 'effect')
    return this.toRule('function', fn.name)
  }

  readEffects(effects: readonly Effect[], initiator: Initiator | 'effect'): void {
    if (this.known.has(effects)) return
    this.known.add(effects)
    for (const effect of effects) {
      const reads = isInert(effect) ? this.words : this.reads
      reads.addCondition(effect.if)
      if (effect.kind === 'roll') this.readRoll(effect, initiator === 'trigger' ? 'trigger' : 'tool')
      else if (effect.kind === 'action' || effect.kind === 'event')
        this.readAction(effect, initiator === 'trigger' ? 'trigger' : 'tool')
    }
  }

  private readRoll({ add, atLeast, into, onSuccess, onFailure }: Roll, initiator: Initiator): void {
    for (const number of [add, atLeast]) {
      if (number !== null && typeof number === 'object') this.reads.addExpression(number, 'value')
    }
    if (into !== null) this.addWrite({ kind: 'field', ...into })
    this.readEffects([...onSuccess, ...onFailure], initiator === 'trigger' ? 'trigger' : 'effect')
  }

  private readNudge({ fields }: NudgeCall): void {
    for (const { entityId, field } of fields) {
      this.entitiesNamed(entityId).forEach((entity) => this.reads.addVisibility(entity))
      for (const increment of [1, -1]) this.addFieldWrite(entityId, field, { increment, decidesRefusal: true })
    }
  }

  private readAction(call: ActionCall | EventCall, initiator: Initiator): void {
    const { args } = call
    for (const value of args.values())
      if (value instanceof Computed) this.reads.addExpression(value.expression, 'value')
    if (call.kind === 'event') return
    const subjects = this.entitiesNamed(args.get('entity_id'))
    actions[call.action].recordAccess({ subjects, args, isBound: initiator === 'tool' }, this.accessRecorder())
  }

  private accessRecorder(): AccessRecorder {
    const { gamebook, reads } = this
    return {
      gamebook,
      readCondition: (condition) => reads.addCondition(condition),
      readTopicGuard: (speakerId, topicId, guard) => {
        const isNeeded = this.neededTopics.has(variableName({ kind: 'discussed', speakerId, topicId }))
        if (isNeeded) reads.addCondition(guard)
        else this.words.addCondition(guard)
      },
      readField: (entity, field) => reads.addField(entity, field),
      readVisibility: (entity) => reads.addVisibility(entity),
      readPresence: (container) => reads.addPresence(container),
      readHolders: () => reads.addHolders(),
      writeField: (entityId, field, access) => this.addFieldWrite(entityId, field, access),
      enterNode: (graphId, nodeId) => {
        this.addWrite({ kind: 'visited', graphId, nodeId })
        if (gamebook.countedGraphs.has(graphId)) this.addWrite({ kind: 'visits', graphId, nodeId })
      },
      readTopic: (speakerId, topicId) => reads.addVariable({ kind: 'discussed', speakerId, topicId }),
      discussTopic: (speakerId, topicId) => this.addWrite({ kind: 'discussed', speakerId, topicId }),
      endStory: () => {
        this.ends = true
      },
      resetStory: () => {
        this.resets = true
      },
      performEffects: (effects) => this.readEffects(effects, 'effect'),
    }
  }

  private addFieldWrite(
    entityId: string,
    field: string,
    { increment, isNonNumeric, decidesRefusal }: FieldAccess = {},
  ): void {
    const variable: Variable = { kind: 'field', entityId, field }
    const name = variableName(variable)
    this.addWrite(variable)
    if (increment !== undefined) this.increments.push({ variable: name, amount: increment })
    if (isNonNumeric === true) this.nonNumericWrites.add(name)
    if (decidesRefusal === true) this.refusalInputs.set(name, variable)
  }

  /** The entities that a payload key can name: all of them if its value is only known in play. */
  private entitiesNamed(id: unknown): readonly Entity[] {
    if (typeof id !== 'string') return [...this.gamebook.entities.values()]
    const entity = this.gamebook.entities.get(id)
    return entity === undefined ? [] : [entity]
  }

  private entitiesOfTypes(types: readonly string[] | null): readonly Entity[] {
    return [...this.gamebook.entities.values()].filter(({ typeId }) => types === null || types.includes(typeId))
  }
}
