import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { Json } from '../json.ts'
import { buildTools } from '../prompt/buildTools.ts'
import type { World } from '../state/world.ts'
import { loadWorld } from '../testKit/loadGamebook.ts'
import { WELL } from '../testKit/well.ts'
import { callFunction } from './callFunction.ts'

const call = (world: World, name: string, args: Json) =>
  callFunction(world, { function: name, args, by: 'tool' }, ignore)
const after = (world: World, name: string, args: Json): World => ({ ...world, state: call(world, name, args).state })
const ignore = (): void => {}

describe('a call of a function', () => {
  it('moves the graph and leaves a receipt with the change', () => {
    const { state, receipts, result } = call(loadWorld(WELL), 'go_to', { to: 'chapel' })
    expect(state).toEqual({
      version: 1,
      entities: { village: { current_node_id: 'chapel' } },
      visited: { village: ['chapel'] },
      triggers: {},
      rng: { seed: 7, counter: 0 },
    })
    expect(receipts).toEqual([
      {
        action: 'graph/transition',
        by: 'tool',
        function: 'go_to',
        args: { entity_id: 'village', to: 'chapel' },
        result: 'applied',
        guards: [],
        changes: [{ entity: 'village', field: 'current_node_id', before: 'square', after: 'chapel' }],
      },
    ])
    expect(result).toEqual({ result: 'success', facts: ['village: Now Square → Chapel'] })
  })

  it('is refused with the reason of the node that requires something', () => {
    const world = loadWorld(WELL)
    const { state, receipts } = call(world, 'go_to', { to: 'well_shaft' })
    expect(state).toBe(world.state)
    expect(receipts).toEqual([
      {
        action: 'graph/transition',
        by: 'tool',
        function: 'go_to',
        args: { entity_id: 'village', to: 'well_shaft' },
        result: 'refused',
        code: 'requires-not-met',
        reason: 'Nobody gets down there without a rope.',
        guards: [{ guard: 'well_shaft.requires', source: "rope.current_node_id == 'untied'", holds: false }],
        changes: [],
      },
    ])
  })

  it.each<[string, string, Json, string]>([
    ['of a function that does not exist', 'fly', {}, 'no-such-function'],
    ['with arguments that are no object', 'go_to', 'chapel', 'bad-arguments'],
    ['with a list for arguments', 'go_to', [], 'bad-arguments'],
    ['without a target', 'go_to', {}, 'bad-arguments'],
    ['with a number as target', 'go_to', { to: 3 }, 'bad-arguments'],
    ['with an argument too many', 'go_to', { to: 'chapel', how: 'fast' }, 'bad-arguments'],
    ['with an argument where the author fixed the target', 'untie_rope', { to: 'untied' }, 'bad-arguments'],
    ['to a node of another graph', 'go_to', { to: 'tied' }, 'not-in-graph'],
    ['to a node that does not exist', 'go_to', { to: '__proto__' }, 'not-in-graph'],
    ['to the node where the graph stands', 'go_to', { to: 'square' }, 'not-an-edge'],
  ])('is refused %s', (_, name, args, code) => {
    const world = loadWorld(WELL)
    const { state, receipts, result } = call(world, name, args)
    expect(state).toBe(world.state)
    expect(result).toMatchObject({ result: 'refused', code })
    expect(receipts).toEqual([expect.objectContaining({ result: 'refused', code, changes: [] })])
  })

  it('is refused by the guard of the function, in the author’s words', () => {
    const world = after(loadWorld(WELL), 'go_to', { to: 'chapel' })
    expect(call(world, 'untie_rope', {}).receipts).toMatchObject([
      {
        code: 'not-enabled',
        reason: 'The rope is out of reach.',
        args: {},
        guards: [{ guard: 'untie_rope.enabled', source: "village.current_node_id == 'square'", holds: false }],
      },
    ])
  })

  it('ends the story at an ending, and every later call is refused', () => {
    const world = after(after(loadWorld(WELL), 'untie_rope', {}), 'go_to', { to: 'well_shaft' })
    expect(world.state.ended).toEqual({ graph: 'village', node: 'well_shaft', title: 'Answered', kind: 'good' })
    expect(call(world, 'go_to', { to: 'square' }).result).toMatchObject({ code: 'game-ended' })
    expect(call(world, 'no_such_tool', {}).result).toMatchObject({ code: 'game-ended' })
  })

  it('lists a node as visited once, and the start never', () => {
    const back = after(after(loadWorld(WELL), 'go_to', { to: 'chapel' }), 'go_to', { to: 'square' })
    expect(after(back, 'go_to', { to: 'chapel' }).state.visited).toEqual({ village: ['chapel'] })
  })

  it('is refused where a rule cannot be evaluated, and the turn goes on', () => {
    const world = loadWorld(
      WELL.replace(
        "rope.current_node_id == 'untied'",
        '1 / count(village.current_node.edge_ids) > 2 / (count(rope.node_ids) - 2)',
      ),
    )
    expect(call(world, 'go_to', { to: 'well_shaft' }).result).toMatchObject({
      result: 'refused',
      code: 'expression-error',
    })
  })
})

interface Step {
  readonly tool: string
  readonly to: string
  readonly result: Json
  readonly state: Json
  readonly visited: Json
  readonly after: { readonly tools?: Record<string, readonly string[] | null> }
}

const kit = (file: string): string => readFileSync(new URL(`../testKit/${file}`, import.meta.url), 'utf8')
const walkthroughs = JSON.parse(kit('walkthroughs.json')) as readonly {
  readonly name: string
  readonly steps: readonly Step[]
}[]

describe.each(walkthroughs)('the play "$name"', ({ steps }) => {
  it('goes as it is written', () => {
    let world = loadWorld(kit('minimal.yaml'))
    for (const step of steps) {
      const outcome = call(world, step.tool, { to: step.to })
      world = { ...world, state: outcome.state }
      expect(outcome.result).toMatchObject(step.result as object)
      expect(outcome.state.entities).toEqual(step.state)
      expect(outcome.state.visited).toEqual(step.visited)
      const tools = buildTools(world, ignore)
      for (const [name, targets] of Object.entries(step.after.tools ?? {}))
        expect(tools.find((tool) => tool.name === name)?.parameters.properties['to']?.enum ?? null).toEqual(targets)
    }
  })
})
