import type { Condition } from '../../../expressions/expression.ts'
import type { Gamebook } from '../../../gamebook/gamebook.ts'
import type { StoryState } from '../../../state/storyState.ts'
import type { Answers, Locks } from '../../answers/answers.ts'
import { OPENING, type Step } from '../../steps/step.ts'
import { events } from '../../programs/event.ts'
import type { Possibility } from '../../verdict/verdict.ts'
import type { Happening, Truth } from '../truth/bruteForce.ts'
import { playSteps, type Playback } from '../truth/playSteps.ts'
import { listQuestions } from './questions.ts'
import { after, type Tally } from './tally.ts'

/** Compares every answer about a gamebook with what is true of it. */
export function compareAnswers(gamebook: Gamebook, answers: Answers, truth: Truth, tally: Tally): void {
  for (const event of new Set([...listQuestions(gamebook), ...truth.events.keys()])) {
    const [kind = ''] = event.split(' ', 1)
    if (UNASKED.has(kind)) continue
    const isShown = ({ observer }: Playback): boolean => observer.events.has(event)
    comparePossibility(kind, event, answers.canHappen(event), truth.events.get(event), isShown)
    comparePath(kind, event, answers.pathTo(event), truth.events.get(event), isShown)
  }
  for (const outcome of [true, false]) {
    const known = truth.conditions[outcome ? 'true' : 'false']
    for (const condition of new Set([...truth.conditions.true.keys(), ...truth.conditions.false.keys()])) {
      const isShown = ({ observer }: Playback): boolean =>
        observer.conditions[outcome ? 'true' : 'false'].has(condition)
      const possibility = answers.conditionCanBe(condition, outcome)
      if (possibility !== null)
        comparePossibility(`condition ${outcome}`, quote(condition), possibility, known.get(condition), isShown)
    }
  }
  compareLocks('soft lock', answers.softLocks(), truth.lockedState, truth.canEnd)
  gamebook.goals.forEach((_, goal) => {
    const canMeet = (state: StoryState): boolean | null => truth.canMeet(goal, state)
    compareLocks('lost goal', answers.lostGoals(goal), () => truth.lostState(goal), canMeet)
  })
  for (const { where, steps } of answers.failures())
    compareShown('failure', where, steps, ({ observer }) => observer.events.has(events.failure(where)))
  for (const { triggers, steps } of answers.triggerLoops())
    compareShown('loop', triggers.join(' '), steps, ({ observer }) => triggers.every((id) => observer.loops.has(id)))

  function comparePossibility(
    kind: string,
    claim: string,
    possibility: Possibility,
    happening: Happening | undefined,
    isShown: (played: Playback) => boolean,
  ): void {
    switch (possibility.kind) {
      case 'proven': {
        const how = `never ${kind}, by ${possibility.by}`
        return tally.add(how, `never ${claim}`, happening === undefined ? null : after(happening.steps()))
      }
      case 'shown':
        return comparePath(kind, claim, possibility, happening, isShown)
      case 'not-known':
        return tally.addNotKnown()
    }
  }

  function comparePath(
    kind: string,
    claim: string,
    path: { readonly steps: readonly Step[]; readonly isShortest: boolean } | null,
    happening: Happening | undefined,
    isShown: (played: Playback) => boolean,
  ): void {
    if (path === null) return
    compareShown(kind, claim, path.steps, isShown)
    const calls = path.steps.filter(({ function: name }) => name !== OPENING).length
    const isLonger = path.isShortest && happening !== undefined && happening.calls < calls
    tally.add(`shortest ${kind}`, `${calls} calls to ${claim}`, isLonger ? after(happening.steps()) : null)
  }

  function compareShown(
    kind: string,
    claim: string,
    steps: readonly Step[],
    isShown: (played: Playback) => boolean,
  ): void {
    tally.add(`shown ${kind}`, claim, isShown(playSteps(gamebook, steps)) ? null : after(steps))
  }

  function compareLocks(
    kind: string,
    locks: Locks,
    lockedState: () => readonly Step[] | null,
    isFree: (state: StoryState) => boolean | null,
  ): void {
    if (locks.kind === 'not-known') return tally.addNotKnown()
    if (locks.kind === 'proven') {
      const locked = lockedState()
      return tally.add(`no ${kind}, by ${locks.by}`, `no ${kind}`, locked && after(locked))
    }
    for (const steps of locks.paths) {
      const { state, isWhole } = playSteps(gamebook, steps)
      const isLocked = isWhole && state.ended === undefined && isFree(state) !== true
      tally.add(`${kind}, by ${locks.proof.by}`, kind, isLocked ? null : after(steps))
    }
  }
}

/** Which calls are refused depends on which ones are tried. */
const UNASKED: ReadonlySet<string> = new Set(['refused'])

function quote({ source }: Condition): string {
  return JSON.stringify(source)
}
