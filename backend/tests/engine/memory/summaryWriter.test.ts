import type { LanguageModelV4 } from '@ai-sdk/provider'
import { startState } from '@llm-gamebook/story'
import { describe, expect, it } from 'vitest'

import { checkSummary, hasName } from '../../../src/engine/memory/summary/checkSummary.ts'
import { createSummaryWriter, type NextTurn } from '../../../src/engine/memory/summary/summaryWriter.ts'
import { RejectedSummaryError } from '../../../src/engine/memory/summary/writeSummary.ts'
import type { Narrator } from '../../../src/models/narrator.ts'
import type { Summary } from '../../../src/sessions/summary.ts'
import { type FakePart, fakeModel, gate, text } from '../../support/fakeModel.ts'
import { loadBook } from '../turnHarness.ts'
import { narratorWith } from './narratorWith.ts'
import { StorySimulation } from './storySimulation.ts'

const BOOK = `
title: The Pier
description: A pier in the fog.
entity_types:
  - name: Person
    instructions: People on the pier.
    traits: [described]
    entities:
      - {name: Rok, description: A fisher.}
      - {name: Mirela Voss, description: The smuggler., secret: true}
`

/** A story whose next request fills most of its budget, and a writer for it. */
function open(model: LanguageModelV4) {
  const narrator: Narrator = { ...narratorWith(4000, 'quill'), model, secretForms: ['sesame'] }
  const story = new StorySimulation(loadBook(BOOK), startState(7))
  const isDue = (): boolean => story.startSummary(narrator) !== null
  while (!isDue()) story.play('I promise Rok a knife.', 'It rains. '.repeat(80), narrator, null)
  const saved: Summary[] = []
  const failures: unknown[] = []
  const limits: AbortController[] = []
  let count = 0
  const writer = createSummaryWriter({
    insert: async (summary) => void saved.push(summary),
    newId: () => `s${(count += 1)}`,
    now: () => '',
    onFailure: (_, failure) => failures.push(failure),
    isLocal: (host) => host === 'localhost:1',
    newTimeLimit: () => {
      const limit = new AbortController()
      limits.push(limit)
      return limit.signal
    },
  })
  const next = (): NextTurn => ({ ...story.nextTurn(narrator), findWriter: async () => narrator })
  const consider = async (): Promise<void> => {
    writer.consider(next())
    await writer.settled()
  }
  return { story, narrator, saved, failures, limits, writer, next, consider, isDue }
}

describe('the writer of summaries', () => {
  it('sends rules, facts and the turns that will leave, and stores what it gets with its tokens', async () => {
    const model = fakeModel(text('You promised Rok a knife, ', 'and sesame.'))
    const { consider, saved, failures, story } = open(model)
    await consider()
    expect(failures).toEqual([])
    expect(saved).toMatchObject([
      { text: 'You promised Rok a knife, and ….', source: 'model', modelConfigId: 'quill', usage: { outputTokens: 2 } },
    ])
    expect([...story.messages.keys()].indexOf(saved[0]?.coversTo ?? '')).toBeGreaterThan(0)
    const [request] = model.doStreamCalls
    expect(request?.tools).toBeUndefined()
    const sent = JSON.stringify(request?.prompt)
    expect(sent).toContain('You narrate an interactive story')
    expect(sent).toContain('> I promise Rok a knife.')
  })

  it('is finished after two interruptions', async () => {
    const hold = gate()
    const model = fakeModel(text('Rok waits below the pier, and Ada has not ', hold.opened, 'come back for her knife.'))
    const { writer, next, saved } = open(model)
    for (const count of [1, 2, 3]) {
      writer.consider(next())
      while (model.doStreamCalls.length < count) await new Promise((resolve) => setImmediate(resolve))
      writer.makeWay('localhost:1')
      if (count < 3) await writer.settled()
    }
    hold.open()
    await writer.settled()
    expect(saved).toHaveLength(1)
  })

  it('goes on from the newest summary', async () => {
    const model = fakeModel(text('Rok waits.'))
    const { consider, saved, story, narrator, isDue } = open(model)
    await consider()
    for (const { coversTo, text: written } of saved) story.addSummary({ coversTo, text: written, usage: null })
    expect(isDue()).toBe(false)
    while (!isDue()) story.play('On.', 'It snows. '.repeat(80), narrator, null)
    await consider()
    expect(saved[1]?.text).toBe('Rok waits.\n\nRok waits.')
    expect(JSON.stringify(model.doStreamCalls[1]?.prompt)).toContain('# What was summed up before')
  })

  it.each<[string, readonly FakePart[]]>([
    ['nothing', text('  \n ')],
    ['our headings', text('# The story so far\n\nRok waits.')],
    ['a novel', text('It rains and rains. '.repeat(2000))],
    ['a secret', text('Mirela Voss hides below the pier.')],
    ['only thoughts', text('<think>Rok waits.</think>')],
  ])('stores nothing if the model writes %s, and gives up after three attempts', async (_, answer) => {
    const model = fakeModel(answer)
    const { consider, saved, failures } = open(model)
    for (let attempt = 0; attempt < 5; attempt += 1) await consider()
    expect(saved).toEqual([])
    expect(failures).toHaveLength(3)
    expect(failures[0]).toBeInstanceOf(RejectedSummaryError)
  })

  it('tries again after an error of the model', async () => {
    const { consider, saved, failures } = open(fakeModel([new Error('overloaded')], text('Rok waits.')))
    await consider()
    await consider()
    expect(failures).toHaveLength(1)
    expect(saved).toHaveLength(1)
  })

  it.each<[string, readonly FakePart[]]>([
    ['answers nothing', [new Promise(() => {})]],
    ['falls silent', text('Rok ', new Promise(() => {}), 'waits.')],
  ])('gives up a model that %s, and the next attempt is as good as any', async (_, silence) => {
    const model = fakeModel(silence, text('Rok waits.'))
    const { writer, next, consider, saved, failures, limits } = open(model)
    for (let turn = 0; turn < 5; turn += 1) writer.consider(next())
    while (model.doStreamCalls.length === 0) await new Promise((resolve) => setImmediate(resolve))
    writer.consider(next())
    expect([limits.length, model.doStreamCalls.length]).toEqual([1, 1])
    const late = new Error('It took too long.')
    limits[0]?.abort(late)
    await writer.settled()
    expect([saved, failures]).toEqual([[], [late]])
    await consider()
    expect(saved).toMatchObject([{ text: 'Rok waits.' }])
  })

  it('gives up the search for a model, too', async () => {
    const { writer, next, failures, limits } = open(fakeModel(text('Rok waits.')))
    writer.consider({ ...next(), findWriter: () => new Promise(() => {}) })
    limits[0]?.abort(new Error('It took too long.'))
    await writer.settled()
    expect(failures).toHaveLength(1)
  })

  it('writes one at a time, makes way for a turn at its own machine, and ends when the server stops', async () => {
    const hold = gate()
    const model = fakeModel(text('Rok ', hold.opened, 'waits.'))
    const { writer, next, saved, failures } = open(model)
    const begun = async (count: number): Promise<void> => {
      while (model.doStreamCalls.length < count) await new Promise((resolve) => setImmediate(resolve))
    }
    writer.consider(next())
    writer.consider(next())
    await begun(1)
    writer.makeWay('example.org')
    writer.makeWay('localhost:1')
    await writer.settled()
    writer.consider(next())
    await begun(2)
    await writer.close()
    writer.consider(next())
    hold.open()
    await writer.settled()
    expect(model.doStreamCalls).toHaveLength(2)
    expect([saved, failures]).toEqual([[], []])
  })
})

describe('a summary', () => {
  it('may name what was told or typed before', () => {
    const known = { hiddenNames: ['Mirela Voss'], isKnown: (name: string) => name === 'mirela voss' }
    expect(checkSummary('You asked for Mirela Voss.', known)).toEqual({
      isFit: true,
      text: 'You asked for Mirela Voss.',
    })
  })

  it('names only whole words', () => {
    expect(hasName('The annual fair.', 'Ann')).toBe(false)
    expect(hasName('We met ANN.', 'Ann')).toBe(true)
    expect(hasName('Annual: Ann', 'Ann')).toBe(true)
  })
})
