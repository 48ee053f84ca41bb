import type { GamebookCone } from '../../cone/cone.ts'
import { createConeBuilder } from '../../cone/buildCone.ts'
import { createTransitions, type ConeTransitions } from '../../cone/createTransitions.ts'
import { encodeState } from '../../cone/encodeState.ts'
import type { StoryEvent } from '../../programs/event.ts'
import type { Programs } from '../../programs/programs.ts'
import { exploreStates, type Exploration } from '../../search/exploreStates.ts'
import { findLocked } from '../../search/findLocked.ts'
import type { SearchLimits } from '../../search/searchLimits.ts'
import type { ValueSets } from '../../values/valueSets.ts'
import type { Truth } from '../truth/bruteForce.ts'
import { isFreeText } from './claimsOfValues.ts'
import { listQuestions } from './questions.ts'
import { after, type Tally } from './tally.ts'

const LIMITS: SearchLimits = { maxStates: 4_000, maxBytes: 1e8, maxMilliseconds: 1, elapsed: () => 0 }
/** A cone of its own is searched for one question in so many. */
const SHARE = 5

/** Compares exact searches of cones with what is true: both must find the same. */
export function compareCones(programs: Programs, sets: ValueSets, truth: Truth, tally: Tally): void {
  const buildCone = createConeBuilder(programs, sets)
  const questions = listQuestions(programs.gamebook)
  const searchAll = (goals: readonly StoryEvent[], endings: 'all' | 'none'): Searched => {
    const cone = buildCone({ goals, endings })
    const transitions = createTransitions(cone)
    return { cone, transitions, exploration: exploreStates(transitions, LIMITS) }
  }
  const whole = searchAll(questions, 'all')
  compareEvents('cone of all', whole, questions, truth, tally)
  compareStates(whole, truth, tally)
  compareLocks(whole, truth, tally)
  compareLocks(searchAll([], 'all'), truth, tally)
  questions.forEach((question, index) => {
    if (index % SHARE === 0) compareEvents('cone of one', searchAll([question], 'none'), [question], truth, tally)
  })
}

interface Searched {
  readonly cone: GamebookCone
  readonly transitions: ConeTransitions
  readonly exploration: Exploration
}

function isDecided({ transitions, exploration: { stopped } }: Searched): boolean {
  return stopped === null && transitions.reasons().length === 0
}

function compareEvents(
  kind: string,
  searched: Searched,
  questions: readonly StoryEvent[],
  truth: Truth,
  tally: Tally,
): void {
  if (!isDecided(searched)) return tally.addNotKnown()
  const { cone, exploration } = searched
  for (const question of questions) {
    const [what = ''] = question.split(' ', 1)
    const happening = truth.events.get(question)
    const occurrence = exploration.goals.get(cone.goals.indexOf(question))
    if (occurrence === undefined)
      tally.add(`${kind}: never ${what}`, `never ${question}`, happening ? after(happening.steps()) : null)
    else if (happening === undefined) {
      // A path of the cone of one question is a candidate: the engine has the last word.
      if (cone.goals.length > 1)
        tally.add(`${kind}: ${what}`, question, truth.isWhole ? 'brute force did not find it' : null)
    } else {
      const calls = exploration.tree.pathToOccurrence(occurrence).steps.length
      // What is seen in a state is a step of a search, but no call.
      const isLonger = happening.calls < calls - Number(occurrence.step !== null)
      tally.add(
        `${kind}: shortest ${what}`,
        `${calls} calls to ${question}`,
        isLonger ? after(happening.steps()) : null,
      )
    }
  }
}

/** Every state of play stands for a state that the search has found. */
function compareStates(searched: Searched, truth: Truth, tally: Tally): void {
  const { source, variables } = searched.cone
  const holdsFreeText = variables.some((index) => isFreeText(source.gamebook, source.variables[index]?.variable))
  if (!isDecided(searched) || holdsFreeText) return tally.addNotKnown()
  const { tree } = searched.exploration
  const missing = truth.states.find((state) => {
    const encoded = encodeState(searched.cone, state)
    return encoded === null || tree.states.find(encoded) === -1
  })
  tally.add('states of the cone', 'all states', missing === undefined ? null : JSON.stringify(missing))
}

function compareLocks(searched: Searched, truth: Truth, tally: Tally): void {
  if (!isDecided(searched)) return tally.addNotKnown()
  const { count } = findLocked(searched.exploration)
  if (count === 0) {
    const steps = truth.lockedState()
    tally.add('cone: no soft lock', 'no soft lock', steps && after(steps))
  } else if (truth.isWhole) {
    tally.add(
      'cone: soft lock',
      `${count} locked states`,
      truth.lockedState() === null ? 'brute force found none' : null,
    )
  }
}
