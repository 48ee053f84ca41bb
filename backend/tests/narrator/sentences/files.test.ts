import { describe, expect, it } from 'vitest'

import { callFunction, endTurn, runTriggers, startState, worldOf, type World } from '../../../../story/src/index.ts'
import { BOOKS, readBook, readSentences, type Call, type Expectation } from './sentence.ts'

/** The first dice of this seed are high, so every check in a setup succeeds. */
const SEED = 2152

/** What the engine refuses with one of these is no call of this gamebook. */
const MISTAKES = new Set(['no-such-function', 'bad-arguments', 'no-such-topic', 'no-such-speaker', 'no-such-item'])

describe.each(BOOKS)('the sentences of %s', (book) => {
  const gamebook = readBook(book)
  const sentences = readSentences(book)

  it.each(sentences)('can be typed: $say', (sentence) => {
    expect(sentence.book).toBe(book)
    const world = sentence.setup.reduce(play, start())
    for (const expectation of [sentence.expect, ...(sentence.alternatives ?? [])]) checkCalls(world, expectation)
  })

  it('differ', () => {
    const typed = sentences.map(({ setup, say }) => JSON.stringify([setup, say]))
    expect(new Set(typed).size).toBe(typed.length)
  })

  function start(): World {
    const world = worldOf(gamebook, startState(SEED))
    return { ...world, state: runTriggers(world, failOnError).state }
  }
})

/** The world after a turn in which the call has to succeed. */
function play(world: World, call: Call): World {
  const { state, result } = callFunction(world, { ...call, by: 'tool' }, failOnError)
  expect(result, JSON.stringify(call)).toMatchObject({ result: 'applied' })
  return { ...world, state: endTurn({ ...world, state }, failOnError).state }
}

/** Each call is accepted, or it is the only one and refused with the author's reason, which the answer has to mention. */
function checkCalls(world: World, expectation: Expectation): void {
  if (expectation.kind !== 'act') return
  const { calls, mustMention } = expectation
  let now = world
  for (const call of calls) {
    const { state, result } = callFunction(now, { ...call, by: 'tool' }, failOnError)
    now = { ...now, state }
    if (result.result === 'applied') continue
    const refused = result.result === 'refused' ? result : expect.unreachable()
    const mentioned = `${call.function}: ${refused.reason}`
    expect(MISTAKES, mentioned).not.toContain(refused.code)
    expect(calls, mentioned).toHaveLength(1)
    expect(mustMention, mentioned).toBeDefined()
    for (const words of mustMention ?? []) expect(refused.reason.toLowerCase()).toContain(words)
  }
}

function failOnError(where: string, error: Error): never {
  throw new Error(`${where}: ${error.message}`, { cause: error })
}
