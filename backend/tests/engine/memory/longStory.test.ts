import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { startState } from '@llm-gamebook/story'
import { describe, expect, it } from 'vitest'

import { blockBytesOf } from '../../../src/engine/memory/budget.ts'
import { planSummary } from '../../../src/engine/memory/summary/planSummary.ts'
import { writeSummary, type WrittenSummary } from '../../../src/engine/memory/summary/writeSummary.ts'
import type { Narrator } from '../../../src/models/narrator.ts'
import { fakeModel, text } from '../../support/fakeModel.ts'
import { loadBook } from '../turnHarness.ts'
import { narratorWith } from './narratorWith.ts'
import { StorySimulation, type SentTurn } from './storySimulation.ts'

const HALLS = 40

/** A row of halls, each with an edge to the next. */
const BOOK = `
title: The Halls
description: Halls without end.
entity_types:
  - name: House
    instructions: The player walks through the house.
    traits: [{name: graph, node_type_id: Hall}]
    entities:
      - id: house
        node_ids: [${Array.from({ length: HALLS }, (_, hall) => `hall_${hall}`).join(', ')}]
        functions: [{target: transition, name: walk_to, description: The player walks on.}]
  - name: Hall
    traits: [described, graph_node]
    entities:
${Array.from({ length: HALLS }, (_, hall) => `      - {id: hall_${hall}, name: Hall ${hall}, description: Cold stone., edges: [${hall + 1 < HALLS ? `hall_${hall + 1}` : ''}]}`).join('\n')}
`

/** A summarizer that keeps the names of cats, and nothing else. */
function summarizer(): Narrator {
  const answer = (options: LanguageModelV4CallOptions): string => {
    const asked = JSON.stringify(options.prompt.at(-1)?.content)
    const told = asked.split('# What was played')[1] ?? asked
    return `Cats: ${[...new Set(told.match(/Cat\d+/g) ?? ['none'])].join(', ')}.`
  }
  const model = fakeModel([])
  const doStream: typeof model.doStream = (options) => fakeModel(text(answer(options))).doStream(options)
  return { ...narratorWith(8192, 'quill', 1024), model: { ...model, doStream } }
}

interface Planted {
  readonly turns: readonly SentTurn[]
  readonly story: StorySimulation
}

/** Every eighth turn moves on, every eighth tells of a cat, and summaries are late by up to six turns. */
async function playTurns(count: number, mode: 'full' | 'journal' = 'full'): Promise<Planted> {
  const narrator = summarizer()
  const story = new StorySimulation(loadBook(BOOK), startState(7))
  story.mode = mode
  const turns: SentTurn[] = []
  const waiting: { readonly at: number; readonly written: WrittenSummary }[] = []
  for (let turn = 1; turn <= count; turn += 1) {
    for (const { at, written } of waiting.splice(0)) {
      if (at <= turn) story.addSummary(written)
      else waiting.push({ at, written })
    }
    const cat = turn % 8 === 4 ? `Ada calls a cat Cat${(turn + 4) / 8}. ` : ''
    const moveTo = turn % 8 === 0 ? `hall_${turn / 8}` : null
    turns.push(story.play(`I wait, ${turn}.`, `${cat}${'It rains on the roof. '.repeat(20)}`, narrator, moveTo))
    const next = story.nextTurn(narrator)
    const task = waiting.length > 0 ? null : planSummary(next.turn, next.plan)
    if (task === null) continue
    const { budget, factor } = next.plan.size
    const { signal } = new AbortController()
    const order = { turn: next.turn, task, writer: narrator, maxBytes: blockBytesOf(budget / factor), signal }
    waiting.push({ at: turn + 1 + (turn % 7), written: await writeSummary(order) })
  }
  return { turns, story }
}

const mean = (turns: readonly SentTurn[]): number => turns.reduce((sum, { tokens }) => sum + tokens, 0) / turns.length

/** How many of 25 names stand behind the system text, which has those of the gamebook. */
function namesIn({ body }: SentTurn, name: (number: number) => string): number {
  const sent = body.slice(body.indexOf('"role":"user"'))
  const names = Array.from({ length: 25 }, (_, index) => name(index + 1))
  return names.filter((one) => new RegExp(`${one}\\b`).test(sent)).length
}

describe('a story of 300 turns with a window of 8,192', () => {
  it('never goes over the budget, and its requests do not grow', async () => {
    const { turns } = await playTurns(300)
    for (const { tokens, estimate, budget } of turns) {
      expect(budget).toBe(8192 - 1024 - 410)
      expect(Math.max(tokens, estimate)).toBeLessThanOrEqual(budget)
    }
    expect(mean(turns.slice(280, 300))).toBeLessThanOrEqual(1.1 * mean(turns.slice(40, 60)))
    const cuts = new Set(turns.map(({ memory }) => memory?.keepFrom))
    expect(cuts.size).toBeGreaterThan(5)
    expect(cuts.size).toBeLessThan(40)
  }, 120_000)

  it('still knows at turn 200 what happened and what was told', async () => {
    const { turns } = await playTurns(201)
    const [last] = turns.slice(-1)
    expect(last && namesIn(last, (number) => `Hall ${number}`)).toBe(25)
    expect(last && namesIn(last, (number) => `Cat${number}`)).toBeGreaterThanOrEqual(23)
  }, 120_000)

  it('knows what happened from the journal alone, if the settings say so', async () => {
    const { turns, story } = await playTurns(201, 'journal')
    const [last] = turns.slice(-1)
    expect(last && namesIn(last, (number) => `Hall ${number}`)).toBe(25)
    expect(last && namesIn(last, (number) => `Cat${number}`)).toBeLessThan(10)
    expect(story.summaries).toEqual([])
  }, 120_000)
})
