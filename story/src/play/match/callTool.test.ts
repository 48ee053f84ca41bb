import { describe, expect, it } from 'vitest'

import type { Json } from '../../json.ts'
import type { World } from '../../state/world.ts'
import { FERRY } from '../../testSupport/ferry.ts'
import { HARBOUR } from '../../testSupport/harbour.ts'
import { loadWorld } from '../../testSupport/loadGamebook.ts'
import { after, call, ignore } from '../../testSupport/playCalls.ts'
import { WELL } from '../../testSupport/well.ts'
import { offeredFunctions } from '../offeredFunctions.ts'
import { callTool } from './callTool.ts'

const harbour = loadWorld(HARBOUR)
const twoRopes = loadWorld(HARBOUR.replace('name: Coin,', 'id: coin, name: The rope,'))

const OFFERED = offeredFunctions(harbour, ignore).map(({ fn }) => fn.name)

function send(now: World, name: string, args: Json, sent: World = now) {
  const tools = now.gamebook.functions.map((fn) => fn.name)
  return callTool(now, { function: name, args }, { world: sent, tools }, ignore)
}

describe('the call of a model', () => {
  it.each<[string, string, Json, string, Json]>([
    ['by the name of a thing', 'take', { item: 'The Rope' }, 'take', { item: 'rope' }],
    ['by the label of an exit', 'go_to', { to: 'Aboard' }, 'go_to', { to: 'boat' }],
    ['by the name of a place', 'go_to', { to: 'the boat' }, 'go_to', { to: 'boat' }],
    ['by the name of a person', 'befriend', { who: '“Mate”' }, 'befriend', { who: 'mate' }],
    ['with a value in an object', 'take', { item: { id: 'rope' } }, 'take', { item: 'rope' }],
    ['with another name for the only argument', 'take', { item_id: 'rope' }, 'take', { item: 'rope' }],
    ['with a number as text', 'add_courage', { amount: ' 2 ' }, 'add_courage', { amount: 2 }],
    ['of a function in other letters', 'functions.Go-To', { to: 'boat' }, 'go_to', { to: 'boat' }],
    ['exactly as any other', 'sail', {}, 'sail', {}],
    ['without the arguments that it does not take', 'sail', { to: 'boat' }, 'sail', {}],
    ['that the story refuses, as any other', 'add_luck', { amount: 9 }, 'add_luck', { amount: 9 }],
    ['of a closed exit, which the story refuses', 'go_to', { to: 'Quay' }, 'go_to', { to: 'quay' }],
    ['of a thing that is fixed, which the story refuses', 'take', { item: 'the oar' }, 'take', { item: 'oar' }],
  ])('runs %s', (_, name, args, meantName, meant) => {
    expect(send(harbour, name, args)).toEqual({
      ...call(harbour, meantName, meant),
      call: { function: meantName, args: meant },
    })
  })

  it.each<[string, string, Json, string, readonly string[]]>([
    ['of an unknown function', 'fly', {}, 'unknown-function', OFFERED],
    ['of a hidden function', 'haunt', {}, 'unknown-function', OFFERED],
    ['without an argument', 'take', {}, 'missing-argument', ['rope', 'coin', 'sack', 'box']],
    ['with an unknown thing', 'take', { item: 'sword' }, 'unknown-name', ['rope', 'coin', 'sack', 'box']],
    ['with a hidden thing', 'take', { item: 'pearl' }, 'unknown-name', ['rope', 'coin', 'sack', 'box']],
    ['with the name of a hidden thing', 'take', { item: 'Pearl' }, 'unknown-name', ['rope', 'coin', 'sack', 'box']],
    ['with a hidden place', 'go_to', { to: 'cave' }, 'unknown-name', ['boat']],
    ['with a hidden person', 'befriend', { who: 'ghost' }, 'unknown-name', ['player', 'mate']],
    ['with a thing for a person', 'befriend', { who: 'Rope' }, 'unknown-name', ['player', 'mate']],
    ['with a number for a name', 'go_to', { to: 3 }, 'bad-arguments', ['boat']],
    ['with several values', 'go_to', { to: ['boat', 'cave'] }, 'bad-arguments', ['boat']],
    ['with arguments that are no object', 'give', 'boat', 'bad-arguments', ['item', 'to']],
    ['with an argument too many', 'go_to', { to: 'boat', how: 'fast' }, 'unknown-argument', ['to']],
    ['with a number that is too large', 'add_courage', { amount: 101 }, 'bad-arguments', ['-100 to 100']],
    ['with a text for a number', 'add_courage', { amount: 'some' }, 'bad-arguments', ['-100 to 100']],
    [
      'with a text that is too long',
      'sing',
      { words: 'x'.repeat(501) },
      'bad-arguments',
      ['text of at most 500 characters'],
    ],
    ['when there is nothing to name', 'drop', { item: 'hat' }, 'unknown-name', []],
  ])('is an error %s', (_, name, args, code, valid) => {
    expect(send(harbour, name, args)).toEqual({
      state: harbour.state,
      receipts: [],
      result: { result: 'error', code, message: expect.any(String), valid },
      call: null,
    })
  })

  it('is an error if the function was not sent, however well it is known', () => {
    const outcome = callTool(harbour, { function: 'sail', args: {} }, { world: harbour, tools: ['go_to'] }, ignore)
    expect(outcome).toMatchObject({ receipts: [], result: { code: 'unknown-function', valid: ['go_to'] } })
  })

  it('is an error that names both things which a name fits', () => {
    expect(send(twoRopes, 'take', { item: 'my rope' }).result).toEqual({
      result: 'error',
      code: 'ambiguous-name',
      message: 'The argument "item" fits several: Rope (rope), The rope (coin).',
      valid: ['rope', 'coin'],
    })
    expect(send(twoRopes, 'take', { item: 'rope' })).toMatchObject(call(twoRopes, 'take', { item: 'rope' }))
  })

  it('is an error once the story is over', () => {
    const world = loadWorld(WELL)
    const over = after(world, ['untie_rope', {}], ['go_to', { to: 'well_shaft' }])
    expect(send(over, 'go_to', { to: 'square' })).toMatchObject({ receipts: [], result: { code: 'game-ended' } })
  })

  it("of a closed exit's label is refused for the author's reason", () => {
    const well = loadWorld(WELL)
    const refused = send(well, 'go_to', { to: 'Down the well' })
    expect(refused.result).toMatchObject({ result: 'refused', reason: 'Nobody gets down there without a rope.' })
    expect(refused.receipts).toMatchObject([{ args: { to: 'well_shaft' }, result: 'refused' }])
  })

  it('is refused by a failing guard, whatever its arguments', () => {
    const well = after(loadWorld(WELL), ['go_to', { to: 'chapel' }])
    expect(send(well, 'untie_rope', {}).result).toMatchObject({
      result: 'refused',
      reason: 'The rope is out of reach.',
    })
  })

  it('of what the request showed is refused by the story once it is gone', () => {
    const moved = after(harbour, ['go_to', { to: 'boat' }])
    expect(send(moved, 'take', { item: 'Rope' }, harbour).result).toMatchObject({ code: 'not-at-hand' })
    expect(send(moved, 'take', { item: 'Rope' }).result).toMatchObject({ result: 'error' })
  })

  it('finds a topic by its words, and a speaker by name', () => {
    const ferry = loadWorld(FERRY)
    expect(send(ferry, 'ask', { who: 'the Ferryman', about: 'what is the fare?' })).toMatchObject(
      call(ferry, 'ask', { who: 'ferryman', about: 'what is the fare?' }),
    )
    expect(send(ferry, 'ask', { who: 'Captain', about: 'orders' }).result).toMatchObject({
      code: 'unknown-name',
      valid: ['ferryman'],
    })
    expect(send(ferry, 'ask', { who: 'ferryman' }).result).toMatchObject({
      code: 'missing-argument',
      valid: ['fare'],
    })
    expect(send(ferry, 'ask', { who: 'ferryman', about: 'murder' }).result).toMatchObject({ code: 'no-such-topic' })
  })

  it.each([
    ['how', 'The function does not take the argument "how". Its arguments are: to.'],
    ['h'.repeat(41), 'There is an argument that the function does not take. Its arguments are: to.'],
    ['how to\ngo', 'There is an argument that the function does not take. Its arguments are: to.'],
  ])('names a surplus argument if it is an identifier: %j', (name, message) => {
    expect(send(harbour, 'go_to', { to: 'boat', [name]: 'fast' }).result).toMatchObject({ message })
  })

  it('finds a field by its label', () => {
    const ferry = loadWorld(FERRY)
    const meant = { field: 'player.nerve', by: 1, because: 'a deep breath' }
    expect(send(ferry, 'nudge', { ...meant, field: 'Nerve' })).toMatchObject(call(ferry, 'nudge', meant))
    expect(send(ferry, 'nudge', { ...meant, by: 2 }).result).toMatchObject({ result: 'error', valid: ['-1', '1'] })
  })
})
