import { createRandom, type Random } from '../analysis/random.ts'
import { scriptedDice, type Dice } from '../analysis/steps/scriptedDice.ts'
import type { Choice, Leaf, Program } from '../analysis/programs/program.ts'
import type { Programs } from '../analysis/programs/programs.ts'
import { readVariable } from '../analysis/programs/readVariable.ts'
import { tracePrograms } from '../analysis/programs/tracePrograms.ts'
import { builtInParameters } from '../actions/builtInParameters.ts'
import { holds } from '../expressions/evaluate/evaluate.ts'
import { ExpressionError } from '../expressions/expressionError.ts'
import type { Effect, Gamebook, GamebookFunction, Parameter } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { performCall } from '../play/callFunction.ts'
import { endTurn } from '../play/endTurn.ts'
import { offeredFunctions } from '../play/offeredFunctions.ts'
import { performEffect } from '../play/performEffect.ts'
import { writeStartAnswers } from '../state/startAnswers.ts'
import { addTo } from '../state/sum.ts'
import { startState, type StoryState } from '../state/storyState.ts'
import { worldOf } from '../traits/worldOf.ts'
import { isRevealed } from '../traits/visibility.ts'

/** A run of a program and of the engine, with the same values, arguments and dice. */
export interface Comparison {
  readonly what: string
  readonly byProgram: unknown
  readonly byEngine: unknown
}

/**
 * Plays at random with the plain engine and runs the programs with the values of its states. In each state some
 * functions, and all conditions and effects of triggers, are compared.
 */
export class ProgramPlay {
  readonly programs: Programs
  /** Names of functions that the engine offered, and that programs say are offered. */
  readonly offered = { byProgram: new Set<string>(), byEngine: new Set<string>() }
  private readonly gamebook: Gamebook
  private readonly random: Random
  private state: StoryState

  constructor(gamebook: Gamebook, seed: number) {
    this.gamebook = gamebook
    this.programs = tracePrograms(gamebook)
    this.random = createRandom(seed)
    this.state = startState(seed)
  }

  /** Starts the story over. */
  open(): readonly Comparison[] {
    this.state = startState(1)
    const program = this.programs.programs.find(({ subject }) => subject.kind === 'opening')
    if (program === undefined) throw new Error('There is no opening')
    const { leaf, args } = this.run(program)
    const answers: Record<string, Record<string, string>> = {}
    for (const [name, text] of Object.entries(args)) {
      const [entityId = '', field = ''] = name.split('.')
      answers[entityId] = { ...answers[entityId], [field]: typeof text === 'string' ? text : JSON.stringify(text) }
    }
    const after = writeStartAnswers(this.gamebook, this.state, answers)
    const compared = this.compare('opening', leaf, { refusal: null, state: after })
    this.state = endTurn(worldOf(this.gamebook, after), ignore).state
    return [...compared, ...this.compareTriggers()]
  }

  /** Calls every function once with arguments that the programs choose, and goes on from one of the calls. */
  step(): readonly Comparison[] {
    const { gamebook, programs } = this
    if (this.state.ended !== undefined) return this.open()
    for (const { fn } of offeredFunctions(worldOf(gamebook, this.state), ignore)) this.offered.byEngine.add(fn.name)
    const next: StoryState[] = []
    const compared = programs.programs.flatMap((program) => {
      if (program.subject.kind !== 'function') return []
      const { fn } = program.subject
      const { leaf, args, rolls } = this.run(program)
      for (const event of leaf.events) if (event.startsWith('offered ')) this.offered.byProgram.add(fn.name)
      const world = { ...worldOf(gamebook, this.state), rollDice: scriptedDice(rolls) }
      const call = { function: fn.name, args: withDefaults(fn, args), by: 'tool' } as const
      const outcome = performCall(world, call, ignore)
      const result = outcome.refusal === null ? { refusal: null, state: outcome.state } : outcome
      if (outcome.refusal === null) next.push(outcome.state)
      return this.compare(`${fn.name} ${JSON.stringify(args)} ${JSON.stringify(rolls)}`, leaf, result)
    })
    const chosen = this.random.pick(next)
    if (chosen === undefined) return [...compared, ...this.open()]
    this.state = endTurn(worldOf(gamebook, chosen), ignore).state
    return [...compared, ...this.compareTriggers()]
  }

  private compareTriggers(): readonly Comparison[] {
    const { gamebook, programs } = this
    return programs.triggers.flatMap(({ id, kind, condition, effects }) => {
      const { leaf } = this.run(condition)
      const trigger = gamebook.triggers.find((candidate) => candidate.id === id)
      const secret = kind === 'reveal' ? gamebook.entities.get(id.replace('#reveal_when', '')) : undefined
      const world = worldOf(gamebook, this.state)
      const byEngine =
        secret !== undefined && isRevealed(world, secret)
          ? false
          : judge(() => holds(trigger?.condition ?? secret?.revealWhen ?? null, world))
      const answer = { what: `${id} condition`, byProgram: leaf.answer, byEngine }
      return [answer, ...this.compareEffects(id, effects, trigger?.effects ?? [])]
    })
  }

  /** The programs leave out words that can't fail. */
  private compareEffects(id: string, programs: readonly Program[], effects: readonly Effect[]): readonly Comparison[] {
    if (programs.length !== effects.length) return []
    return effects.flatMap((effect, index) => {
      const program = programs[index]
      if (program === undefined) return []
      const { leaf, rolls } = this.run(program)
      const world = { ...worldOf(this.gamebook, this.state), rollDice: scriptedDice(rolls) }
      const outcome = performEffect(world, effect, { by: 'trigger', report: ignore, where: id })
      const state = outcome?.refusal === null ? outcome.state : this.state
      const refusal = outcome?.refusal ?? null
      return this.compare(`${id} effect ${index}`, leaf, refusal === null ? { refusal, state } : { refusal })
    })
  }

  private compare(
    what: string,
    leaf: Leaf,
    outcome: { readonly refusal: { readonly code: string } | null; readonly state?: StoryState },
  ): readonly Comparison[] {
    // The engine takes an id that may not be used yet for words, which can mean another topic.
    if (leaf.refusal === 'bad-arguments') return []
    const isRefused = outcome.refusal !== null
    const refusals = { what: `${what} is refused`, byProgram: leaf.refusal !== null, byEngine: isRefused }
    const { state } = outcome
    if (isRefused || state === undefined || leaf.refusal !== null) return [refusals]
    const ended =
      state.ended === undefined ? null : 'node' in state.ended ? state.ended.node : `:${state.ended.reason ?? ''}`
    return [
      refusals,
      { what: `${what} ends`, byProgram: leaf.resets ? leaf.ended : (this.ended() ?? leaf.ended), byEngine: ended },
      ...this.programs.variables.flatMap(({ variable, name, index }) => {
        if (variable.kind === 'fired' || variable.kind === 'on') return []
        const byEngine = readVariable(this.gamebook, variable, state)
        return [{ what: `${what} writes ${name}`, byProgram: this.valueAfter(leaf, index), byEngine }]
      }),
    ]
  }

  private ended(): string | null {
    const { ended } = this.state
    if (ended === undefined) return null
    return 'node' in ended ? ended.node : `:${ended.reason ?? ''}`
  }

  private valueAfter(leaf: Leaf, index: number): Json | undefined {
    const variable = this.programs.variables[index]
    let value = leaf.resets ? variable?.values[0] : variable?.values[this.numberOf(index)]
    for (const write of leaf.writes) {
      if (write.variable !== index) continue
      value = write.kind === 'set' ? variable?.values[write.value] : addTo(Number(value), write)
    }
    return value
  }

  private numberOf(index: number): number {
    const variable = this.programs.variables[index]
    if (variable === undefined) throw new Error(`There is no variable ${index}`)
    return variable.numberOf(readVariable(this.gamebook, variable.variable, this.state))
  }

  private run(program: Program): { readonly leaf: Leaf; readonly args: Args; readonly rolls: readonly Dice[] } {
    const args: Record<string, Json> = {}
    const rolls: Dice[] = []
    const choose = ({ options }: Choice): number => {
      const position = Math.floor(this.random.real() * options.values.length)
      if (options.kind === 'dice') rolls.push(options.values[position] ?? [])
      else args[options.parameter] = options.values[position] ?? null
      return position
    }
    const leaf = this.programs.extend(program, (index) => this.numberOf(index), choose)
    return { leaf, args, rolls }
  }
}

type Args = Readonly<Record<string, Json>>

/** Arguments that nothing asked for can be anything. */
function withDefaults(fn: GamebookFunction, args: Args): Args {
  const missing = [...fn.parameters].flatMap(([name, parameter]): [string, Json][] =>
    Object.hasOwn(args, name) ? [] : [[name, parameter.required ? anyValue(parameter) : null]],
  )
  const builtIn = builtInParameters(fn).flatMap((name): [string, Json][] =>
    Object.hasOwn(args, name) ? [] : [[name, 'nothing']],
  )
  return { ...args, ...Object.fromEntries([...missing, ...builtIn]) }
}

function anyValue(parameter: Parameter): Json {
  switch (parameter.type) {
    case 'boolean':
      return false
    case 'integer':
      return parameter.max
    case 'choice':
      return parameter.values[0] ?? null
    default:
      return 'x'
  }
}

function judge(evaluate: () => boolean): boolean | null {
  try {
    return evaluate()
  } catch (error) {
    if (error instanceof ExpressionError) return null
    throw error
  }
}

function ignore(): void {}
