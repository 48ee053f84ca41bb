import { readFileSync } from 'node:fs'
import type { StoryEvent } from '../analysis/programs/event.ts'
import type { Choice, Leaf, Program, Subject, Test, Tree, Write } from '../analysis/programs/program.ts'
import type { Programs, TriggerPrograms } from '../analysis/programs/programs.ts'
import { StateVariable, type NumberScale } from '../analysis/programs/stateVariable.ts'
import { variableName, type Variable } from '../analysis/programs/variable.ts'
import { NO_DEADLINE } from '../analysis/verdict/deadline.ts'
import type { Reason } from '../analysis/verdict/reason.ts'
import type { Gamebook, GamebookFunction } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { loadGamebook } from './loadGamebook.ts'

/** What a rule of a test does. Every read of it becomes a test of its program. */
export type TestRule = (run: TestRun) => boolean | undefined | void

export interface TestPrograms {
  /** Start values by `entity.field`. A number with `constants` is only compared with these. */
  readonly variables: { readonly [name: string]: Json | ComparedNumber }
  readonly functions?: { readonly [name: string]: TestRule }
  readonly opening?: TestRule
  readonly observers?: { readonly [name: string]: TestRule }
  readonly triggers?: readonly TestTrigger[]
  readonly reasons?: { readonly [functionName: string]: readonly Reason[] }
  readonly gamebook?: Gamebook
}

export interface TestTrigger {
  readonly id: string
  readonly once?: boolean
  /** Undefined stands for a condition that fails. */
  readonly condition: TestRule
  readonly effects: readonly TestRule[]
}

export class ComparedNumber {
  readonly start: number
  readonly scale: NumberScale

  /** @param comesBack whether the number can fall below what it was */
  constructor(start: number, constants: readonly number[], comesBack = true) {
    this.start = start
    const [low, high] = [Math.min(...constants), Math.max(...constants)]
    this.scale = {
      low,
      high,
      classOf: (value) => constants.reduce((sum, bound) => sum + (value > bound ? 2 : value === bound ? 1 : 0), 0),
      fold: (value) => (comesBack ? value : Math.min(value, Math.max(high, start) + 1)),
    }
  }
}

/** One run of a rule. */
export class TestRun {
  readonly writes = new Map<number, Write>()
  readonly events: StoryEvent[] = []
  ended: string | null = null
  resets = false
  refusal: string | null = null
  private readonly variables: readonly StateVariable[]
  private readonly program: Program
  private readonly pick: (variable: number) => number
  private readonly decide: (choice: Choice) => number
  private readonly picked = new Map<number, number>()
  private attach: (tree: Tree) => void
  private current: Tree | null

  constructor(
    variables: readonly StateVariable[],
    program: Program,
    pick: (variable: number) => number,
    decide: (choice: Choice) => number,
  ) {
    this.variables = variables
    this.program = program
    this.pick = pick
    this.decide = decide
    this.current = program.root
    this.attach = (tree) => {
      this.program.root = tree
    }
  }

  /** The value of a variable: every value is a branch, or every class of a compared number. */
  read(name: string): Json {
    const variable = this.find(name)
    const { scale, values } = variable
    const value = this.test(variable, (number) => {
      const json = values[number]
      return scale === null || typeof json !== 'number' ? number : scale.classOf(json)
    })
    return values[value] ?? null
  }

  number(name: string): number {
    return Number(this.read(name))
  }

  /** Whether a variable has a value: two branches. */
  is(name: string, value: Json): boolean {
    const variable = this.find(name)
    return variable.values[this.test(variable, (number) => Number(variable.values[number] === value))] === value
  }

  choose<Value extends Json>(parameter: string, values: readonly Value[]): Value {
    return this.decideOn({ kind: 'choice', options: { kind: 'argument', parameter, values }, branches: [] }, values)
  }

  /** The total of a roll. */
  roll(count: number, sides: number): number {
    const totals = Array.from({ length: count * (sides - 1) + 1 }, (_, index) => count + index)
    const values = totals.map((total) => [total - count + 1, ...Array.from({ length: count - 1 }, () => 1)])
    return this.decideOn({ kind: 'choice', options: { kind: 'dice', values }, branches: [] }, totals)
  }

  set(name: string, value: Json): void {
    const variable = this.find(name)
    this.writes.set(variable.index, { kind: 'set', variable: variable.index, value: variable.numberOf(value) })
  }

  add(name: string, amount: number, min = -Infinity, max = Infinity): void {
    const variable = this.find(name).index
    this.writes.set(variable, { kind: 'add', variable, amount, min, max })
  }

  end(ending: string): void {
    this.ended = ending
  }

  finish(answer: boolean | null): Leaf {
    const { ended, resets, refusal, events } = this
    const writes = refusal === null ? [...this.writes.values()] : []
    const leaf: Leaf = { kind: 'leaf', writes, ended: refusal === null ? ended : null, resets, refusal, answer, events }
    if (this.current?.kind === 'leaf') return this.current
    this.attach(leaf)
    return leaf
  }

  private find(name: string): StateVariable {
    const variable = this.variables.find((other) => other.name === name)
    if (variable === undefined) throw new Error(`There is no variable ${name}`)
    return variable
  }

  private test({ index }: StateVariable, branchOf: (value: number) => number): number {
    const node: Tree = this.current ?? ({ kind: 'test', variable: index, branchOf, branches: new Map() } satisfies Test)
    if (node.kind !== 'test' || node.variable !== index) throw new Error('A run read something else than before')
    if (this.current === null) this.attach(node)
    const value = this.picked.get(index) ?? this.pick(index)
    this.picked.set(index, value)
    const branch = node.branchOf(value)
    this.current = node.branches.get(branch) ?? null
    this.attach = (tree) => node.branches.set(branch, tree)
    return value
  }

  private decideOn<Value>(choice: Choice, values: readonly Value[]): Value {
    const node = this.current ?? choice
    if (node.kind !== 'choice') throw new Error('A run chose something else than before')
    if (this.current === null) this.attach(node)
    const option = this.decide(node)
    this.current = node.branches[option] ?? null
    this.attach = (tree) => {
      node.branches[option] = tree
    }
    const value = values[option]
    if (value === undefined) throw new Error(`There is no option ${option}`)
    return value
  }
}

const MINIMAL = readFileSync(new URL('minimal.yaml', import.meta.url), 'utf8')

/** Programs of rules that are written down as functions, without a gamebook behind them. */
export function buildPrograms(given: TestPrograms): Programs {
  const variables: StateVariable[] = []
  const addVariable = (variable: Variable, start: Json, scale: NumberScale | null = null): number =>
    variables.push(new StateVariable(variables.length, variable, start, scale)) - 1
  const variableOf = (variable: Variable): StateVariable => {
    const found = variables.find(({ name }) => name === variableName(variable))
    if (found === undefined) throw new Error(`There is no variable ${variableName(variable)}`)
    return found
  }
  for (const [name, start] of Object.entries(given.variables)) {
    const [entityId = '', field = ''] = name.split('.')
    const variable: Variable = { kind: 'field', entityId, field }
    if (start instanceof ComparedNumber) addVariable(variable, start.start, start.scale)
    else addVariable(variable, start)
  }
  const programs: Program[] = []
  const rules = new Map<Program, TestRule>()
  const addProgram = (subject: Subject, rule: TestRule): Program => {
    const program: Program = { index: programs.length, subject, root: null }
    programs.push(program)
    rules.set(program, rule)
    return program
  }
  addProgram({ kind: 'opening' }, given.opening ?? nothing)
  for (const [name, rule] of Object.entries(given.functions ?? {}))
    addProgram({ kind: 'function', fn: fnNamed(name) }, rule)
  const triggers = (given.triggers ?? []).map(({ id, once = false, condition, effects }, trigger): TriggerPrograms => ({
    id,
    kind: 'trigger',
    condition: addProgram({ kind: 'condition', trigger }, condition),
    effects: effects.map((rule, effect) => addProgram({ kind: 'effect', trigger, effect }, rule)),
    firedVariable: once ? addVariable({ kind: 'fired', triggerId: id }, false) : null,
    onVariable: addVariable({ kind: 'on', triggerId: id }, false),
  }))
  for (const [name, rule] of Object.entries(given.observers ?? {}))
    addProgram({ kind: 'observer', name, seesEndings: true }, rule)
  return {
    gamebook: given.gamebook ?? loadGamebook(MINIMAL),
    deadline: NO_DEADLINE,
    variables,
    programs,
    triggers,
    variableOf,
    conditions: [],
    extend: (program, pick, decide) => {
      const run = new TestRun(variables, program, pick, decide)
      const answer = rules.get(program)?.(run)
      return run.finish(program.subject.kind === 'condition' ? (answer ?? null) : null)
    },
    reasonsOf: ({ subject }) => (subject.kind === 'function' ? (given.reasons?.[subject.fn.name] ?? []) : []),
  }
}

function nothing(): void {}

function fnNamed(name: string): GamebookFunction {
  return {
    name,
    ownerId: null,
    description: { kind: 'constant', text: name },
    parameters: new Map(),
    properties: new Map(),
    enabled: null,
    otherwise: [],
    hint: null,
    mainAction: null,
    check: null,
    effects: [],
  }
}
