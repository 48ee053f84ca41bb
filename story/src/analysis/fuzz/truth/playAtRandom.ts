import type { Gamebook } from '../../../gamebook/gamebook.ts'
import type { StoryState } from '../../../state/storyState.ts'
import { OPENING, type Step } from '../../steps/step.ts'
import { Chance } from '../generate/chance.ts'
import type { Happening, Truth } from './bruteForce.ts'
import { Observer } from './observer.ts'
import { Player } from './player.ts'
import type { Dice } from './rolls.ts'
import { listArguments, listOpenings, literalsIn } from './values.ts'

export interface RandomPlayLimits {
  readonly seed: number
  readonly plays: number
  readonly maxCalls: number
}

/** What some random plays show of a gamebook that is too large to play all of it. It proves nothing impossible. */
export function playAtRandom(gamebook: Gamebook, source: string, { seed, plays, maxCalls }: RandomPlayLimits): Truth {
  const chance = new Chance(seed)
  const literals = literalsIn(source)
  const observer = new Observer<Happening>(gamebook, { calls: 0, steps: () => [] })
  const player = new Player(gamebook, observer)
  const states: StoryState[] = []
  let calls = 0
  const arrive = (state: StoryState): void => {
    states.push(state)
    observer.noteState(player.at(state))
  }
  observer.noteStart()
  for (let play = 0; play < plays; play += 1) {
    const answers = chance.find(listOpenings(player.start, literals).args) ?? {}
    let steps: readonly Step[] = []
    const note = (taken: readonly Step[], count: number): void => {
      observer.now = { calls: count, steps: () => taken }
    }
    const rolls: Dice[] = []
    const rollDice = (rng: { readonly seed: number; readonly counter: number }, count: number, sides: number) => {
      const dice = chance.list(count, () => chance.between(1, sides))
      rolls.push(dice)
      return { dice, rng }
    }
    note([{ function: OPENING, args: answers, rolls }], 0)
    let state = player.open(answers, rollDice)
    if (Object.keys(answers).length > 0 || rolls.length > 0)
      steps = [{ function: OPENING, args: answers, rolls: rolls.splice(0) }]
    note(steps, 0)
    arrive(state)
    for (let made = 0; made < maxCalls && state.ended === undefined; made += 1) {
      const offer = chance.find(player.offered(state))
      const args = offer && chance.find(listArguments(player.at(state), offer, literals).args)
      if (offer === undefined || args === undefined) break
      const tried = { function: offer.fn.name, args, rolls }
      note([...steps, tried], made + 1)
      const next = player.call(state, tried, rollDice)
      calls += 1
      const step = { ...tried, rolls: rolls.splice(0) }
      if (next === null) continue
      state = next
      steps = [...steps, step]
      note(steps, made + 1)
      arrive(state)
    }
  }
  const { events, conditions, loops } = observer
  const open = { canEnd: () => null, canMeet: () => null, lockedState: () => null, lostState: () => null }
  return { events, conditions, loops, states, calls, isWhole: false, ...open }
}
