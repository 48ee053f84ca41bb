import { performCall } from '../../play/callFunction.ts'
import { endTurn } from '../../play/endTurn.ts'
import type { GamebookFunction, Parameter } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { listStartQuestions } from '../../state/startQuestions.ts'
import { writeStartAnswers } from '../../state/startAnswers.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import { worldOf } from '../../traits/worldOf.ts'
import type { RollDice } from '../../state/dice.ts'
import type { World } from '../../state/world.ts'
import { OPENING, type Step } from '../steps/step.ts'
import { toStartAnswers } from '../steps/toStartAnswers.ts'
import type { GamebookCone } from './cone.ts'
import { encodeState } from './encodeState.ts'
import { listCandidates, type Candidate } from './listCandidates.ts'
import { rollEverything } from './rollEverything.ts'
import type { ConeState, ConeStep } from './transitions.ts'

/** How many calls are tried for one step. */
const MAX_TRIES = 20_000

/** A call of the engine and the state that it reached. The opening can go without a step. */
export interface Played {
  readonly step: Step | null
  readonly state: StoryState
}

/**
 * Plays a path of a cone with the engine, from a start of the cone. Returns the calls with their dice; null if the engine
 * plays differently somewhere, or too many calls would have to be tried.
 */
export function realizePath(cone: GamebookCone, start: ConeState, path: readonly ConeStep[]): readonly Step[] | null {
  const opened = realizeStart(cone, start)
  if (opened === null) return null
  const steps = opened.step === null ? [] : [opened.step]
  let { state } = opened
  for (const step of path) {
    if (step.program.program.subject.kind !== 'function') continue
    const played = realizeStep(cone, state, step)
    if (played === null) return null
    if (played.step !== null) steps.push(played.step)
    state = played.state
  }
  return steps
}

/** The opening that leads to a start of a cone; null if none was found. */
export function realizeStart(cone: GamebookCone, start: ConeState): Played | null {
  const { source } = cone
  const { gamebook } = source
  const opening = source.programs.find(({ subject }) => subject.kind === 'opening')
  const candidates = opening === undefined ? [] : listCandidates(source, opening, startState(0))
  const suggestions = new Map(
    listStartQuestions(gamebook).map(({ entityId, field, suggestion }) => [`${entityId}.${field}`, suggestion]),
  )
  let tries = 0
  for (const { args } of candidates) {
    const answers = Object.fromEntries(Object.entries(args).filter(([name, text]) => suggestions.get(name) !== text))
    const state = writeStartAnswers(gamebook, startState(0), toStartAnswers(answers))
    for (const { rolls, result } of rollEverything([], (rollDice) => settle(worldOf(gamebook, state), rollDice))) {
      tries += 1
      if (isEncodedAs(cone, result, start)) {
        const isPlain = Object.keys(answers).length === 0 && rolls.length === 0
        return { step: isPlain ? null : { function: OPENING, args: answers, rolls }, state: result }
      }
      if (tries > MAX_TRIES) return null
    }
  }
  return null
}

/** A call that does in a state of play what a step does in the cone; null if none was found. */
export function realizeStep(cone: GamebookCone, state: StoryState, step: ConeStep): Played | null {
  const { source } = cone
  const { program } = step.program
  if (program.subject.kind !== 'function') return null
  const { fn } = program.subject
  const world = worldOf(source.gamebook, state)
  let tries = 0
  for (const candidate of listCandidates(source, program, state)) {
    if (cone.reduceLeaf(program, candidate.leaf) !== step.leaf) continue
    const args = completeArguments(fn, candidate)
    for (const { rolls, result } of rollEverything(candidate.rolls, (rollDice) => play(world, fn, args, rollDice))) {
      tries += 1
      if (isEncodedAs(cone, result, step.next)) return { step: { function: fn.name, args, rolls }, state: result }
      if (tries > MAX_TRIES) return null
    }
  }
  return null
}

/** The state after a call and its triggers. A call that is refused as it should be changes nothing. */
function play(world: World, fn: GamebookFunction, args: Step['args'], rollDice: RollDice): StoryState {
  const called = performCall({ ...world, rollDice }, { function: fn.name, args, by: 'tool' }, ignore)
  return called.refusal === null ? settle({ ...world, state: called.state }, rollDice) : world.state
}

function settle(world: World, rollDice: RollDice): StoryState {
  return endTurn({ ...world, rollDice }, ignore).state
}

function isEncodedAs(cone: GamebookCone, state: StoryState, expected: ConeState): boolean {
  const encoded = encodeState(cone, state)
  return encoded?.every((value, place) => value === expected[place]) === true
}

/** Arguments that no rule has asked for can have any value. */
function completeArguments(fn: GamebookFunction, { args }: Candidate): Step['args'] {
  const others = [...fn.parameters].filter(([name]) => !Object.hasOwn(args, name))
  return { ...args, ...Object.fromEntries(others.map(([name, parameter]) => [name, anyValueOf(parameter)])) }
}

function anyValueOf(parameter: Parameter): Json {
  if (!parameter.required) return null
  switch (parameter.type) {
    case 'text':
      return 'something'.slice(0, parameter.maxLength)
    case 'integer':
      return parameter.min
    case 'boolean':
      return true
    case 'choice':
      return parameter.values[0] ?? null
    default:
      return null
  }
}

function ignore(): void {}
