import { Compiler } from 'inkjs/full'

import {
  buildTurnText,
  callFunction,
  offeredFunctions,
  readGamebook,
  startState,
  worldOf,
  type Step,
} from '../../story/src/index.ts'
import { median } from '../lib/quantile.ts'
import { gamebookMaze, inkMaze } from './maze.ts'

const TURNS = 4000
const RUNS = 5

/** Milliseconds per turn: render the scene, list the choices, take one at random. */
const ink = median(Array.from({ length: RUNS }, (_, run) => perTurn(inkPlayer(), run)))
const ours = median(Array.from({ length: RUNS }, (_, run) => perTurn(gamebookPlayer(), run)))
const rules = median(Array.from({ length: RUNS }, (_, run) => perTurn(gamebookPlayer({ isTold: false }), run)))
console.log(JSON.stringify({ inkMs: ink, turnMs: ours, rulesMs: rules }))

type Player = (pick: (count: number) => number) => void

function perTurn(playTurn: Player, seed: number): number {
  let state = seed + 1
  const pick = (count: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  const start = performance.now()
  for (let turn = 0; turn < TURNS; turn += 1) playTurn(pick)
  return (performance.now() - start) / TURNS
}

function inkPlayer(): Player {
  const story = new Compiler(inkMaze()).Compile()
  return (pick) => {
    while (story.canContinue) story.Continue()
    story.ChooseChoiceIndex(pick(story.currentChoices.length))
  }
}

function gamebookPlayer({ isTold: withPrompt = true } = {}): Player {
  const { gamebook } = readGamebook(gamebookMaze())
  if (gamebook === null) throw new Error('The maze has errors.')
  const start = worldOf(gamebook, startState(1))
  let { state } = start
  return (pick) => {
    const world = { ...start, state }
    if (withPrompt) buildTurnText(world, ignore)
    const choices = offeredFunctions(world, ignore).flatMap(({ fn, choices: [...given] }): readonly Step[] => {
      const [first] = given
      const all = first === undefined ? [{}] : first[1].map((id) => ({ [first[0]]: id }))
      return all.map((args) => ({ function: fn.name, args, rolls: [] }))
    })
    const chosen = choices[pick(choices.length)]
    if (chosen === undefined) throw new Error('The maze offers no choice.')
    state = callFunction(world, { function: chosen.function, args: chosen.args, by: 'tool' }, ignore).state
  }
}

function ignore(): void {}
