import type { GamebookFunction, Parameter } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import { listStartQuestions } from '../../state/startQuestions.ts'
import { writeStartAnswers } from '../../state/startAnswers.ts'
import { startState, type StoryState } from '../../state/storyState.ts'
import type { RollDice } from '../../state/dice.ts'
import { OPENING, type Step } from '../steps/step.ts'
import { toStartAnswers } from '../steps/toStartAnswers.ts'
import type { GamebookCone } from './cone.ts'
import { encodeState } from './encodeState.ts'
import { listCandidates, type Candidate } from './listCandidates.ts'
import { rollEverything } from './rollEverything.ts'
import type { ConeState, ConeStep } from './transitions.ts'

/** How many calls are tried for one step. */
const MAX_TRIES = 20_000

/** Plays with the engine. */
export interface StoryPlayer<Outcome> {
  /** All until the first call. */
  readonly open: (start: StoryState, rollDice: RollDice) => Outcome
  /** A call and its triggers. One that is refused changes nothing. */
  readonly call: (state: StoryState, call: Pick<Step, 'function' | 'args'>, rollDice: RollDice) => Outcome
}

interface Reached {
  readonly state: StoryState
}

/** A call of the engine and what came of it. The opening can go without a step. */
export interface Realized<Outcome> {
  readonly step: Step | null
  readonly outcome: Outcome
}

/** The opening that leads to a start of a cone; null if none was found. */
export function realizeStart<Outcome extends Reached>(
  cone: GamebookCone,
  start: ConeState,
  player: StoryPlayer<Outcome>,
): Realized<Outcome> | null {
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
    for (const { rolls, result } of rollEverything([], (rollDice) => player.open(state, rollDice))) {
      tries += 1
      if (isEncodedAs(cone, result.state, start)) {
        const isPlain = Object.keys(answers).length === 0 && rolls.length === 0
        return { step: isPlain ? null : { function: OPENING, args: answers, rolls }, outcome: result }
      }
      if (tries > MAX_TRIES) return null
    }
  }
  return null
}

/** A call that does in a state of play what a step does in the cone; null if none was found. */
export function realizeStep<Outcome extends Reached>(
  cone: GamebookCone,
  state: StoryState,
  step: ConeStep,
  player: StoryPlayer<Outcome>,
): Realized<Outcome> | null {
  const { source } = cone
  const { program } = step.program
  if (program.subject.kind !== 'function') return null
  const { fn } = program.subject
  let tries = 0
  for (const candidate of listCandidates(source, program, state)) {
    if (cone.reduceLeaf(program, candidate.leaf) !== step.leaf) continue
    const call = { function: fn.name, args: completeArguments(fn, candidate) }
    for (const { rolls, result } of rollEverything(candidate.rolls, (rollDice) => player.call(state, call, rollDice))) {
      tries += 1
      if (isEncodedAs(cone, result.state, step.next)) return { step: { ...call, rolls }, outcome: result }
      if (tries > MAX_TRIES) return null
    }
  }
  return null
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
