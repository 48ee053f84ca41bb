import type { Gamebook, Parameter } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { performCall } from '../play/callFunction.ts'
import { listEndings } from '../play/listEndings.ts'
import { offeredFunctions, type OfferedFunction } from '../play/offeredFunctions.ts'
import { endTurn } from '../play/endTurn.ts'
import type { Receipt } from '../state/receipt.ts'
import { writeStartAnswers } from '../state/startAnswers.ts'
import { listStartQuestions } from '../state/startQuestions.ts'
import { startState, type StoryState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { worldOf } from '../traits/worldOf.ts'
import { Coverage } from './explore/coverage.ts'
import { judge } from './explore/judgeCondition.ts'
import { OPENING, type Step } from './explore/step.ts'
import { describeViolation } from './findings/namedCondition.ts'
import { listAnswers, toStartAnswers, type AnswerArgs } from './model/startAnswers.ts'
import { listRules } from './model/rule.ts'
import { findStateViolation } from './validateState.ts'
import { createRandom, type Random } from './random.ts'

export interface RandomPlayOptions {
  /** The seed of the first run; each run has the next one. */
  readonly seed: number
  readonly runs: number
  /** A run stops after this many calls. */
  readonly maxSteps?: number
  /** Called after each run with the number of runs. Play ends if it returns false. */
  readonly onRun?: (runs: number) => boolean
}

/** The result of many random plays. */
export interface RandomPlays {
  readonly runs: number
  readonly steps: number
  /** How often each ending was reached, by the id of its node, or a colon and the reason. */
  readonly endings: ReadonlyMap<string, number>
  /** The number of runs that had not ended after `maxSteps` calls. */
  readonly unfinished: number
  readonly coverage: RandomCoverage
  /** The first run that failed. */
  readonly failure: RandomFailure | null
}

/** The nodes, edges, functions and triggers that play has covered, named as in `Coverage`. */
export interface RandomCoverage {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
  readonly functions: ReadonlySet<string>
  readonly triggers: ReadonlySet<string>
  /** The goals that were met, by their position in the gamebook. */
  readonly goals: ReadonlySet<number>
}

export interface RandomFailure {
  readonly seed: number
  readonly kind: 'expression-fails' | 'invalid-state' | 'invariant-violated' | 'stuck' | 'thrown' | 'trigger-loop'
  readonly message: string
  readonly steps: readonly Step[]
}

export const DEFAULT_MAX_STEPS = 400

/** Plays at random and prefers the calls least counts in the run. The same seed gives the same calls. */
export function playRandom(
  gamebook: Gamebook,
  { seed, runs, maxSteps = DEFAULT_MAX_STEPS, onRun }: RandomPlayOptions,
): RandomPlays {
  const coverage = new Coverage(gamebook)
  const endings = new Map<string, number>()
  const mustEnd = hasEndings(gamebook)
  let [done, steps, unfinished] = [0, 0, 0]
  let failure: RandomFailure | null = null
  while (done < runs) {
    const run = playRun(gamebook, { seed: (seed + done) >>> 0, maxSteps, mustEnd, coverage })
    done += 1
    steps += run.steps.length
    failure ??= run.failure
    if (run.ended !== null) endings.set(run.ended, (endings.get(run.ended) ?? 0) + 1)
    else if (run.steps.length >= maxSteps) unfinished += 1
    if (onRun?.(done) === false) break
  }
  const covered = {
    nodes: new Set(coverage.nodes.keys()),
    edges: coverage.edges,
    functions: new Set(coverage.called.keys()),
    triggers: coverage.fired,
    goals: coverage.goals,
  }
  return { runs: done, steps, endings, unfinished, coverage: covered, failure }
}

/** Whether a gamebook has an ending. If it has, a run without any offered function is a failure. */
export function hasEndings(gamebook: Gamebook): boolean {
  return listEndings(gamebook).length > 0 || listRules(gamebook).some(({ ends }) => ends)
}

interface RunOptions {
  readonly seed: number
  readonly maxSteps: number
  readonly mustEnd: boolean
  readonly coverage: Coverage
}

export interface RandomRun {
  readonly steps: readonly Step[]
  readonly state: StoryState
  readonly ended: string | null
  readonly failure: RandomFailure | null
}

/** Plays one run. */
export function playRun(gamebook: Gamebook, { seed, maxSteps, mustEnd, coverage }: RunOptions): RandomRun {
  const steps: Step[] = []
  const outcome: { failure: RandomFailure | null } = { failure: null }
  const fail = (kind: RandomFailure['kind'], message: string): void => {
    outcome.failure ??= { seed, kind, message, steps: [...opening, ...steps] }
  }
  const report = (where: string, error: Error): void => fail('expression-fails', `${where}: ${error.message}`)
  const random = createRandom(seed)
  const counts = new CallCounts(seed)
  const answers = randomAnswers(gamebook, random)
  const opening = Object.keys(answers).length === 0 ? [] : [{ function: OPENING, args: answers, rolls: [] }]
  let world = worldOf(gamebook, writeStartAnswers(gamebook, startState(seed), toStartAnswers(answers)))
  try {
    world = followUp(world, [])
    judgeState(world)
    while (world.state.ended === undefined && steps.length < maxSteps && outcome.failure === null) {
      const step = choose(offeredFunctions(world, report), counts, random)
      if (step === null) {
        if (mustEnd) fail('stuck', 'The story has not ended, and no function is offered.')
        break
      }
      steps.push(step)
      const done = performCall(world, { function: step.function, args: step.args, by: 'tool' }, report)
      if (done.refusal !== null) continue
      coverage.addCall(done.receipt, world, nothing)
      world = followUp({ ...world, state: done.state }, [done.receipt])
      const violation = findStateViolation(gamebook, world.state)
      if (violation !== null) fail('invalid-state', violation)
      judgeState(world)
    }
  } catch (error) {
    fail('thrown', error instanceof Error ? error.message : String(error))
  }
  return { steps, state: world.state, ended: endedBy(world.state), failure: outcome.failure }

  function followUp(before: World, receipts: readonly Receipt[]): World {
    const run = endTurn(before, report)
    coverage.addReceipts(run.receipts, nothing)
    coverage.addFired(before.state, run.state)
    const failed = [...receipts, ...run.receipts].find(({ result }) => result === 'failed')
    if (failed !== undefined)
      fail(failed.code === 'trigger-limit' ? 'trigger-loop' : 'expression-fails', failed.reason ?? '')
    return { ...before, state: run.state }
  }

  function judgeState(now: World): void {
    const broken = findViolation(now)
    if (broken !== null) fail('invariant-violated', broken)
    gamebook.goals.forEach(({ condition }, index) => {
      if (!coverage.goals.has(index) && judge(now, condition) === true) coverage.goals.add(index)
    })
  }
}

function findViolation(world: World): string | null {
  for (const invariant of world.gamebook.invariants) {
    const judgment = judge(world, invariant.condition)
    if (judgment !== true) return describeViolation(invariant, judgment)
  }
  return null
}

/** Draws nothing if the gamebook asks nothing, so the same seed gives the same calls as before it did. */
function randomAnswers(gamebook: Gamebook, random: Random): AnswerArgs {
  const answers: Record<string, string> = {}
  for (const question of listStartQuestions(gamebook)) {
    const text = random.pick(listAnswers(gamebook, question).texts)
    if (text !== undefined && text !== question.suggestion) answers[`${question.entityId}.${question.field}`] = text
  }
  return answers
}

function endedBy({ ended }: StoryState): string | null {
  if (ended === undefined) return null
  return 'node' in ended ? ended.node : `: ${ended.reason ?? ''}`
}

const nothing = (): readonly Step[] => []

/** The share of calls that are chosen freely instead of among the least counts ones. */
const CHANCE = 0.15

function choose(offered: readonly OfferedFunction[], counts: CallCounts, random: Random): Step | null {
  const calls = offered.flatMap((offer) => candidates(offer, random))
  const [first, ...others] = random.real() < CHANCE ? [random.pick(calls)] : leastUsed(calls, counts)
  if (first === undefined) return null
  const chosen = random.pick([first, ...others]) ?? first
  counts.add(chosen.name)
  return chosen.step
}

/** Counts the calls of a run. Each run starts with its own handicaps, or all runs would make the same calls. */
class CallCounts {
  private readonly seed: number
  private readonly counts = new Map<string, number>()

  constructor(seed: number) {
    this.seed = seed
  }

  of(name: string): number {
    return this.counts.get(name) ?? this.handicapOf(name)
  }

  add(name: string): void {
    this.counts.set(name, this.of(name) + 1)
  }

  private handicapOf(name: string): number {
    let mixed = this.seed
    for (let index = 0; index < name.length; index += 1) mixed = Math.imul(mixed ^ name.charCodeAt(index), 0x01000193)
    const handicap = Math.floor(createRandom(mixed).real() * MAX_HANDICAP)
    this.counts.set(name, handicap)
    return handicap
  }
}

const MAX_HANDICAP = 6

interface Candidate {
  readonly name: string
  readonly step: Step
}

function leastUsed(calls: readonly Candidate[], counts: CallCounts): readonly Candidate[] {
  let least = Infinity
  let found: Candidate[] = []
  for (const call of calls) {
    const times = counts.of(call.name)
    if (times > least) continue
    if (times < least) found = []
    least = times
    found.push(call)
  }
  return found
}

/** Lists a call for each choice of the first parameter with choices. The other parameters get random values. */
function candidates({ fn, choices }: OfferedFunction, random: Random): readonly Candidate[] {
  const [open, ...others] = choices
  const fixed: Record<string, Json> = {}
  for (const [name, ids] of others) fixed[name] = random.pick(ids) ?? null
  for (const [name, parameter] of fn.parameters) if (!choices.has(name)) fixed[name] = randomValue(parameter, random)
  const options: readonly Step['args'][] =
    open === undefined ? [fixed] : open[1].map((id) => ({ [open[0]]: id, ...fixed }))
  return options.map((args) => {
    const chosen = open === undefined ? '' : args[open[0]]
    return {
      name: `${fn.name} ${typeof chosen === 'string' ? chosen : ''}`,
      step: { function: fn.name, args, rolls: [] },
    }
  })
}

function randomValue(parameter: Parameter, random: Random): Json {
  if (!parameter.required && random.real() < CHANCE) return null
  switch (parameter.type) {
    case 'boolean':
      return random.real() < 0.5
    case 'choice':
      return random.pick(parameter.values) ?? null
    case 'integer':
      return parameter.min + Math.floor(random.real() * (parameter.max - parameter.min + 1))
    case 'text':
      return 'something'.slice(0, parameter.maxLength)
    default:
      return null
  }
}
