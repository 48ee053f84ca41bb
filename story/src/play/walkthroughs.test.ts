import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { indexOf } from '../gamebook/gamebookIndex.ts'
import { buildTools } from '../prompt/buildTools.ts'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { currentNodeId } from '../traits/graph/currentNode.ts'
import { isPromptType } from '../traits/inPrompt.ts'
import { isVisible } from '../traits/visibility.ts'
import { worldOf } from '../traits/worldOf.ts'
import { callFunction } from './callFunction.ts'
import { runTriggers } from './runTriggers.ts'

const Shown = z.strictObject({
  sections: z.array(z.string()).optional(),
  visible_entities: z.array(z.string()).optional(),
  shown_current_nodes: z.array(z.string()).optional(),
  tools: z.record(z.string(), z.array(z.string()).nullable()).optional(),
})

const Walkthroughs = z.array(
  z.strictObject({
    book: z.string(),
    name: z.string(),
    start: Shown,
    steps: z.array(
      z.strictObject({
        tool: z.string(),
        to: z.string(),
        result: z.record(z.string(), z.string()),
        fired: z.array(z.record(z.string(), z.string())).optional(),
        state: z.json(),
        visited: z.json(),
        ended: z.json().optional(),
        after: Shown,
      }),
    ),
  }),
)

const kit = (file: string): string => readFileSync(new URL(`../testSupport/${file}`, import.meta.url), 'utf8')
const walkthroughs = Walkthroughs.parse(JSON.parse(kit('walkthroughs.json')))
const ignore = (): void => {}

describe.each(walkthroughs)('the play of $book, "$name"', ({ book, start, steps }) => {
  it('matches its script', () => {
    let world = worldOf(loadGamebook(kit(`${book}.yaml`)), startState(1))
    world = { ...world, state: runTriggers(world, ignore).state }
    expectShown(world, start)
    for (const step of steps) {
      const outcome = callFunction(world, { function: step.tool, args: { to: step.to }, by: 'tool' }, ignore)
      world = { ...world, state: outcome.state }
      expect(outcome.result).toMatchObject(step.result)
      const fired = outcome.receipts.filter(({ by }) => by === 'trigger')
      expect(fired.map(({ trigger, action, result }) => ({ trigger, action, result }))).toEqual(step.fired ?? [])
      expect(outcome.state.entities).toEqual(step.state)
      expect(outcome.state.visited).toEqual(step.visited)
      expect(outcome.state.ended).toEqual(step.ended)
      expectShown(world, step.after)
    }
  })
})

/** What changed of what is told; what is not named is as before. */
function expectShown(world: World, shown: z.infer<typeof Shown>): void {
  const { entityTypes } = world.gamebook
  const told = entityTypes.filter(isPromptType)
  const described = told.flatMap(({ entities }) => entities).filter((entity) => entity.described !== undefined)
  const visible = described.filter((entity) => isVisible(world, entity)).map(({ id }) => id)
  if (shown.sections !== undefined) expect(told.map(({ name }) => name)).toEqual(shown.sections)
  if (shown.visible_entities !== undefined) expect(visible).toEqual(shown.visible_entities)
  if (shown.shown_current_nodes !== undefined) expect(currentNodes(world)).toEqual(shown.shown_current_nodes)
  for (const [name, targets] of Object.entries(shown.tools ?? {})) {
    const tool = buildTools(world, ignore).find((candidate) => candidate.name === name)
    expect(tool?.parameters.properties['to']?.enum ?? null, name).toEqual(targets)
  }
}

function currentNodes(world: World): readonly string[] {
  return indexOf(world.gamebook)
    .graphs.filter((graph) => isVisible(world, graph))
    .map((graph) => world.gamebook.entities.get(currentNodeId(world, graph)))
    .flatMap((node) => (node !== undefined && isVisible(world, node) ? [node.id] : []))
}
