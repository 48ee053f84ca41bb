import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import {
  callFunction,
  listEndings,
  parseState,
  readGamebook,
  startState,
  worldOf,
  type Gamebook,
  type StoryState,
} from './index.ts'

const ignore = (): void => {}
const GAMEBOOKS = new URL('../../gamebooks/', import.meta.url)

const Walkthroughs = z.array(
  z.object({
    book: z.string(),
    name: z.string(),
    ending: z.string(),
    steps: z.array(
      z.object({
        tool: z.string(),
        to: z.string().optional(),
        result: z.object({ result: z.enum(['success', 'refused']), code: z.string().optional() }),
      }),
    ),
  }),
)
const walkthroughs = Walkthroughs.parse(JSON.parse(readFileSync(new URL('walkthroughs.json', GAMEBOOKS), 'utf8')))
const books = listFolders('.').flatMap((namespace) => listFolders(namespace).map((name) => `${namespace}/${name}`))

describe.each(books)('the gamebook %s', (book) => {
  const report = readGamebook(readFileSync(new URL(`${book}/llm-gamebook.yaml`, GAMEBOOKS)))

  it('has no findings', () => {
    expect(report.diagnostics).toEqual([])
  })

  it('has a play-through to each of its endings', () => {
    const endings = listEndings(report.gamebook ?? expect.unreachable()).map((ending) => ending.title)
    const reached = walkthroughs
      .filter((walkthrough) => walkthrough.book === book)
      .map((walkthrough) => walkthrough.ending)
    expect(reached.toSorted()).toEqual(endings.toSorted())
  })

  it.each(walkthroughs.filter((walkthrough) => walkthrough.book === book))(
    'can be played: $name',
    ({ steps, ending }) => {
      const gamebook = report.gamebook ?? expect.unreachable()
      const states = play(gamebook, startState(1), steps)
      expect(states.at(-1)?.ended).toMatchObject({ title: ending })
      const middle = Math.floor(steps.length / 2)
      const reloaded = parseState(JSON.parse(JSON.stringify(states[middle])))
      expect(play(gamebook, reloaded, steps.slice(middle)).at(-1)).toEqual(states.at(-1))
    },
  )
})

/** The states before the first step and after each. */
function play(
  gamebook: Gamebook,
  start: StoryState,
  steps: z.infer<typeof Walkthroughs>[number]['steps'],
): readonly StoryState[] {
  const states = [start]
  for (const { tool, to, result } of steps) {
    const world = worldOf(gamebook, states.at(-1) ?? start)
    const outcome = callFunction(world, { function: tool, args: to === undefined ? {} : { to }, by: 'tool' }, ignore)
    expect(outcome.result, `${tool} ${to ?? ''}`).toMatchObject(result)
    states.push(outcome.state)
  }
  return states
}

function listFolders(path: string): readonly string[] {
  return readdirSync(new URL(`${path}/`, GAMEBOOKS), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
}
