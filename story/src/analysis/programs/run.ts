import type { Condition, Value } from '../../expressions/expression.ts'
import { isList } from '../../expressions/kindOf.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { RollDice } from '../../state/dice.ts'
import type { ReportFailure } from '../../state/errorFallback.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import { addTo, type Sum } from '../../state/sum.ts'
import type { StateReader } from '../../state/unknownPart.ts'
import type { World } from '../../state/world.ts'
import { worldOf } from '../../traits/worldOf.ts'
import type { Reason } from '../verdict/reason.ts'
import type { DiceTable } from './diceTable.ts'
import { events, type StoryEvent } from './event.ts'
import type { FieldUses } from './useRecord.ts'
import { writtenEvents } from './leafOf.ts'
import type { Choice, Program } from './program.ts'
import { shortcuts } from './shortcuts.ts'
import type { StateVariable } from './stateVariable.ts'
import { TreePath } from './treePath.ts'
import type { Variable } from './variable.ts'
import type { VariableTable } from './variableTable.ts'

/** What all runs of a gamebook share. */
export interface RunContext {
  readonly gamebook: Gamebook
  readonly variables: VariableTable
  readonly dice: DiceTable
  readonly uses: FieldUses
  /** The containers whose items are counted as a variable. */
  readonly counted: ReadonlySet<string>
  readonly isNumber: StateReader['isNumber']
  readonly conditionNumber: (condition: Condition) => number
  readonly noteReason: (program: Program, reason: Reason) => void
}

export interface RunChoices {
  /** The number of a value of the variable with this index. */
  readonly pick: (variable: number) => number
  /** The position of an option. */
  readonly choose: (choice: Choice) => number
}

/** One run of the engine, in which every read is recorded on the tree of a program. */
export class Run implements StateReader {
  readonly context: RunContext
  readonly path: TreePath
  readonly world: World
  readonly events = new Set<StoryEvent>()
  readonly isNumber: StateReader['isNumber']
  private readonly program: Program
  private readonly choices: RunChoices
  private readonly values = new Map<StateVariable, number>()
  private readonly compared = new Map<string, ReadonlySet<unknown>>()
  /** What is known about a variable on this path. */
  private readonly asked = new Map<StateVariable, Set<string>>()

  constructor(context: RunContext, program: Program, choices: RunChoices) {
    this.context = context
    this.program = program
    this.choices = choices
    this.path = new TreePath(program)
    this.isNumber = context.isNumber
    const unknown = { reader: this, sums: new Map(), entries: new Map() }
    this.world = {
      ...worldOf(context.gamebook, { ...startState(0), unknown }),
      rollDice: this.rollDice,
      observe: this.observe,
      shortcuts: shortcuts(this),
    }
  }

  readonly report: ReportFailure = (where: string) => void this.events.add(events.failure(where))

  choose(parameter: string, values: readonly Json[]): Json {
    const { position } = this.path.choose({ kind: 'argument', parameter, values }, this.choices.choose)
    return values[position] ?? null
  }

  /** Notes what the values of a parameter were chosen for. */
  noteCompared(parameter: string, tried: readonly Json[], compared: readonly Value[]): void {
    this.compared.set(parameter, new Set<unknown>([...tried, ...compared.flatMap(elementsOf)]))
  }

  /** A comparison with a value that was not thought of, as where the call has just changed it. */
  readonly compareParameter = (parameter: string, value: Value): void => {
    const known = this.compared.get(parameter)
    const { subject } = this.program
    if (known === undefined || subject.kind !== 'function') return
    if (elementsOf(value).every((element) => !isText(element) || known.has(element))) return
    this.noteReason({ kind: 'sampled', function: subject.fn.name, parameter })
  }

  noteReason(reason: Reason): void {
    this.context.noteReason(this.program, reason)
  }

  readField(entityId: string, field: string, sum?: Sum): Json | undefined {
    const variable = this.fieldVariable(entityId, field)
    return variable && this.readCompared(variable, sum)
  }

  readExactly(entityId: string, field: string): Json | undefined {
    const variable = this.fieldVariable(entityId, field)
    return variable && this.read(variable)
  }

  hasValue(entityId: string, field: string, value: Json): boolean {
    const variable = this.find({ kind: 'field', entityId, field })
    const { values } = variable
    const number = this.valueOf(variable)
    this.ask(variable, JSON.stringify(value), (other) => Number(values[other] === value))
    if (values[number] === value) this.askedOf(variable).add(EXACTLY)
    return values[number] === value
  }

  wasEntered(graphId: string, nodeId: string): boolean {
    return this.read(this.find({ kind: 'visited', graphId, nodeId })) === true
  }

  countVisits(graphId: string, nodeId: string, amount: number): number {
    const variable = this.find({ kind: 'visits', graphId, nodeId })
    return Number(this.readCompared(variable, amount === 0 ? undefined : { amount, min: 0, max: Infinity }))
  }

  wasDiscussed(speakerId: string, topicId: string): boolean {
    return this.read(this.find({ kind: 'discussed', speakerId, topicId })) === true
  }

  countItems(containerId: string): number {
    return Number(this.read(this.find({ kind: 'load', containerId })))
  }

  noteReset(state: StoryState): void {
    for (const event of writtenEvents(state)) this.events.add(event)
  }

  find(variable: Variable): StateVariable {
    return this.context.variables.find(variable)
  }

  /** The value at the start of the run, if this run knows it exactly. */
  knownValue(variable: StateVariable): number | undefined {
    return this.asked.get(variable)?.has(EXACTLY) === true ? this.values.get(variable) : undefined
  }

  isScaled(entityId: string, field: string): boolean {
    return this.find({ kind: 'field', entityId, field }).scale !== null
  }

  private readonly rollDice: RollDice = (rng, count, sides) => {
    const options = this.context.dice.optionsOf(count, sides)
    const { position } = this.path.choose(options, this.choices.choose)
    return { dice: options.values[position] ?? [], rng }
  }

  private readonly observe = (condition: Condition, outcome: boolean): void => {
    this.events.add(events.condition(this.context.conditionNumber(condition), outcome))
  }

  private fieldVariable(entityId: string, field: string): StateVariable | undefined {
    return this.context.variables.isComputed(entityId, field)
      ? undefined
      : this.find({ kind: 'field', entityId, field })
  }

  private read(variable: StateVariable): Json {
    this.ask(variable, EXACTLY, (value) => value)
    return variable.values[this.valueOf(variable)] ?? null
  }

  /** Reads a number by its class: the rules can't tell the numbers of one class apart, after the addition either. */
  private readCompared(variable: StateVariable, sum: Sum | undefined): Json {
    const { scale, values } = variable
    const after = (number: number): Json => {
      const value = values[number] ?? null
      return typeof value === 'number' && sum !== undefined ? addTo(value, sum) : value
    }
    if (scale === null) this.ask(variable, EXACTLY, (number) => number)
    else {
      this.ask(variable, `${ON_SCALE} ${sum === undefined ? '' : JSON.stringify(sum)}`, (number) => {
        const value = after(number)
        return typeof value === 'number' ? scale.classOf(value) : -1 - number
      })
    }
    return after(this.valueOf(variable))
  }

  private valueOf(variable: StateVariable): number {
    const known = this.values.get(variable)
    if (known !== undefined) return known
    const picked = this.choices.pick(variable.index)
    this.values.set(variable, picked)
    return picked
  }

  private ask(variable: StateVariable, question: string, branchOf: (value: number) => number): void {
    const asked = this.askedOf(variable)
    if (asked.has(question) || asked.has(EXACTLY)) return
    asked.add(question)
    this.path.test(variable.index, question, branchOf, this.valueOf(variable))
  }

  private askedOf(variable: StateVariable): Set<string> {
    const asked = this.asked.get(variable) ?? new Set()
    this.asked.set(variable, asked)
    return asked
  }
}

function elementsOf(value: Value): readonly Value[] {
  return isList(value) ? value : [value]
}

function isText(value: Value): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

/** No JSON, so they differ from questions about one value. */
const EXACTLY = 'exactly'
const ON_SCALE = 'on its scale'
