import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'

import { FERRY } from '../../testSupport/ferry.ts'
import { FULL } from '../../testSupport/full.ts'
import { HARBOUR } from '../../testSupport/harbour.ts'
import { leavesOf, type LeafPath } from '../../testSupport/leavesOf.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { POOL } from '../../testSupport/pool.ts'
import { ProgramPlay } from '../../testSupport/programPlay.ts'
import { TOWER } from '../../testSupport/tower.ts'
import { createRandom, type Random } from '../random.ts'
import type { Program } from './program.ts'
import type { Programs } from './programs.ts'

const EXAMPLES = new URL('../../../../gamebooks/example/', import.meta.url)
const shipped = readdirSync(EXAMPLES).map((name): [string, string] => {
  return [name, readFileSync(new URL(`${name}/llm-gamebook.yaml`, EXAMPLES), 'utf8')]
})
const files = ['formatTwo', 'salt-lantern'].map((name): [string, string] => {
  return [name, readFileSync(new URL(`../../testSupport/${name}.yaml`, import.meta.url), 'utf8')]
})
const books: readonly [string, string][] = [
  ['the tower', TOWER],
  ['the ferry', FERRY],
  ['the harbour', HARBOUR],
  ['the pool', POOL],
  ['everything', FULL],
  ...files,
  ...shipped,
]
const STEPS = 60
const REPLAYS = 400

it.each(books)('does exactly what the engine does: %s', (_, source) => {
  const play = new ProgramPlay(loadGamebook(source), 5)
  const compared = [...play.open()]
  for (let step = 0; step < STEPS; step += 1) compared.push(...play.step())
  const different = compared.filter(({ byProgram, byEngine }) => !Object.is(text(byProgram), text(byEngine)))
  expect(different).toEqual([])
  expect(compared.length).toBeGreaterThan(STEPS)
  const { byProgram, byEngine } = play.offered
  expect([...byProgram].filter((name) => !byEngine.has(name))).toEqual([])
})

/** An equal leaf is the same object: a run that asks something else, or ends otherwise, throws. */
it.each(books)('has the same leaf for all values that its tests admit: %s', (_, source) => {
  const play = new ProgramPlay(loadGamebook(source), 9)
  play.open()
  for (let step = 0; step < STEPS; step += 1) play.step()
  const { programs } = play
  const random = createRandom(3)
  const leaves = programs.programs.flatMap((program) => leavesOf(program.root).map((path) => ({ program, path })))
  let differing = 0
  for (let count = 0; count < REPLAYS; count += 1) {
    const chosen = random.pick(leaves)
    if (chosen === undefined) throw new Error('There are no leaves')
    differing += replay(programs, chosen.program, chosen.path, random)
  }
  expect(differing).toBeGreaterThan(REPLAYS / 10)
})

/** Returns how many values were not those of the start. */
function replay(programs: Programs, program: Program, { leaf, tests, choices }: LeafPath, random: Random): number {
  const values = new Map<number, number>()
  for (const { test } of tests) {
    const own = tests.filter(({ test: { variable } }) => variable === test.variable)
    const admitted = [...(programs.variables[test.variable]?.values.keys() ?? [])].filter((value) =>
      own.every(({ test: { branchOf }, branch }) => branchOf(value) === branch),
    )
    values.set(test.variable, random.pick(admitted) ?? 0)
  }
  const positions = choices.map(({ position }) => position)
  // What is not tested can be anything.
  const other = (variable: number): number => programs.variables[variable]?.values.length ?? 0
  const replayed = programs.extend(
    program,
    (variable) => values.get(variable) ?? other(variable),
    () => positions.shift() ?? 0,
  )
  expect(replayed).toBe(leaf)
  return [...values.values()].filter((value) => value !== 0).length
}

function text(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value)
}
