import Ajv from 'ajv'
import { describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'

import { checkGamebook } from '../analysis/checkGamebook.ts'
import { playRandom } from '../analysis/randomPlay/randomPlay.ts'
import { gamebookSchema } from '../format/jsonSchema/gamebookSchema.ts'
import { callFunction } from '../play/callFunction.ts'
import { receiptLine } from '../play/receiptLine.ts'
import { buildTools } from '../prompt/buildTools.ts'
import { viewStory } from '../prompt/viewStory.ts'
import { IDOL, itemDestroy } from '../testSupport/itemDestroy.ts'
import { loadGamebook, loadWorld } from '../testSupport/loadGamebook.ts'
import type { Action } from './action.ts'
import type { actions } from './actions.ts'
import type { PayloadKey } from './payload.ts'

/** A table with one more action, as if its line and its name had been added; nothing else is replaced. */
vi.mock('./actions.ts', async (original) => {
  const table = await original<{ actions: typeof actions }>()
  const { itemDestroy: added } = await import('../testSupport/itemDestroy.ts')
  return { actions: { ...table.actions, 'item/destroy': added } }
})

const ignore = (): void => {}

describe('an action that is added only to the table', () => {
  it('is applied by the engine, with its line for the player', () => {
    const world = loadWorld(IDOL)
    const call = { function: 'ruin', args: { item: 'idol' }, by: 'tool' } as const
    const { state, receipts, result } = callFunction(world, call, ignore)
    expect(result).toEqual({
      result: 'applied',
      changed: ['Idol: no longer with Player', 'Place: Shrine → Daylight', 'The story ends: Daylight.'],
    })
    expect(receipts[0]).toMatchObject({
      action: 'item/destroy',
      args: { entity_id: 'player', item: 'idol' },
      changes: [{ entity: 'idol', field: 'held_by', before: 'player', after: null }],
    })
    expect(receipts.map((receipt) => receiptLine({ ...world, state }, receipt))[0]).toBe('You destroyed the idol')
    expect(state.ended).toMatchObject({ node: 'daylight' })
  })

  it('is refused by its check', () => {
    const world = loadWorld(IDOL)
    const { result } = callFunction(world, { function: 'ruin', args: { item: 'player' }, by: 'tool' }, ignore)
    expect(result).toEqual({ result: 'refused', code: 'not-held', reason: 'It is not there.' })
  })

  it('is a tool with its choices', () => {
    const world = loadWorld(IDOL)
    expect(buildTools(world, ignore)).toMatchObject([
      {
        name: 'ruin',
        parameters: { properties: { item: { description: 'The id of the item to destroy.', enum: ['idol'] } } },
      },
    ])
    expect(viewStory(world, ignore).inventoryIds).toEqual(['player'])
  })

  it('is known to the JSON Schema, as a target, a main action and an effect', () => {
    const validate = new Ajv({ allErrors: true }).compile(structuredClone<object>(Object(gamebookSchema())))
    const effect = IDOL.replace('{graph/transition: {to: daylight}}', '{item/destroy: {entity_id: player, item: idol}}')
    const main = IDOL.replace('target: destroy', 'action: item/destroy')
    for (const yaml of [IDOL, effect, main]) expect([validate(parse(yaml)), validate.errors]).toEqual([true, null])
    expect(validate(parse(effect.replace('item: idol', 'itme: idol')))).toBe(false)
  })

  it('is read with the messages of its payload', () => {
    const unknown = IDOL.replace('name: ruin', 'name: ruin, args: {itme: idol}')
    const { diagnostics } = checkGamebook(unknown)
    expect(diagnostics).toMatchObject([{ code: 'misspelled-key', hint: 'Did you mean "item"?' }])
  })

  it('is explored by the checker, which finds the ending', () => {
    const { diagnostics, findings, explored } = checkGamebook(IDOL)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(findings).toEqual([])
    expect(explored).toMatchObject({ isWhole: true, endings: [{ steps: { length: 1 } }] })
  })

  it('is played at random, to the ending', () => {
    const { endings, failure } = playRandom(loadGamebook(IDOL), { seed: 1, runs: 3 })
    expect([[...endings], failure]).toEqual([[['daylight', 3]], null])
  })
})

describe('an action without one of its parts does not compile', () => {
  /** Each directive below is an error of the type check as soon as the line after it compiles. */
  const accept = (action: Action): Action => action
  const acceptTable = (table: typeof actions): typeof actions => table
  const acceptKey = (payloadKey: PayloadKey): PayloadKey => payloadKey

  it('in its descriptor', () => {
    const { target, payload, check, recordWrites, verbs } = itemDestroy
    accept({ target, payload, check, recordWrites, verbs })
    // @ts-expect-error The short name, or null.
    accept({ payload, check, recordWrites, verbs })
    // @ts-expect-error The payload.
    accept({ target, check, recordWrites, verbs })
    // @ts-expect-error The check, which gives the change.
    accept({ target, payload, recordWrites, verbs })
    // @ts-expect-error What it writes.
    accept({ target, payload, check, verbs })
    // @ts-expect-error What players say for it.
    accept({ target, payload, check, recordWrites })
    // @ts-expect-error What it does with the item that it names.
    acceptKey({ kind: 'item', required: true, choices: null, question: null })
    expect(itemDestroy.payload.get('item')?.kind).toBe('item')
  })

  it('in the table', async () => {
    const table = (await vi.importActual<{ actions: typeof actions }>('./actions.ts')).actions
    const { 'item/give': give, ...others } = table
    acceptTable({ ...others, 'item/give': give })
    // @ts-expect-error A name without a descriptor.
    acceptTable(others)
    // @ts-expect-error A descriptor whose name is not in `ActionName`.
    acceptTable({ 'item/destroy': itemDestroy, ...table })
    expect(Object.keys(others)).toHaveLength(Object.keys(table).length - 1)
  })
})
