import { startState } from '@llm-gamebook/story'
import { describe, expect, it } from 'vitest'

import { planSummary } from '../../../src/engine/memory/summary/planSummary.ts'
import { RejectedSummaryError, writeSummary } from '../../../src/engine/memory/summary/writeSummary.ts'
import type { Summary } from '../../../src/sessions/summary.ts'
import { type FakePart, fakeModel, text } from '../../support/fakeModel.ts'
import { loadBook } from '../turnHarness.ts'
import { narratorWith } from './narratorWith.ts'
import { StorySimulation } from './storySimulation.ts'

const BOOK = `
title: The Pier
description: A pier in the fog.
`
const MAX_BYTES = 60

/** Continues a summary with the answers of a model. */
function write(before: string, ...answers: readonly (readonly FakePart[])[]) {
  const model = fakeModel(...answers)
  const narrator = { ...narratorWith(4000, 'quill'), model }
  const story = new StorySimulation(loadBook(BOOK), startState(7))
  while (story.startSummary(narrator) === null) story.play('I wait.', 'It rains. '.repeat(80), narrator, null)
  const { turn, plan } = story.nextTurn(narrator)
  const { messages } = planSummary(turn, plan) ?? expect.unreachable()
  const base: Summary = {
    id: 'before',
    sessionId: turn.sessionId,
    coversTo: 'opening',
    text: before,
    source: 'model',
    modelConfigId: null,
    usage: null,
    cost: null,
    createdAt: '',
  }
  const signal = new AbortController().signal
  const written = writeSummary({ turn, task: { base, messages }, writer: narrator, maxBytes: MAX_BYTES, signal })
  const requests = () => model.doStreamCalls.map(({ prompt }) => JSON.stringify(prompt))
  return { written, requests, coversTo: messages.at(-1)?.id }
}

const LANDED = 'Rok landed with the tide and owes you a pear.'
const HID = 'He hid the knife.'
const LEFT = 'Ada left for the north.'

describe('the paragraphs of a summary', () => {
  it('stay as they are while they fit', async () => {
    const { written, requests } = write(HID, text(LEFT))
    expect(await written).toMatchObject({ text: `${HID}\n\n${LEFT}`, usage: { outputTokens: 2 } })
    expect(requests()).toHaveLength(1)
  })

  it('are merged when they take too much, the two oldest into one; what follows is not sent', async () => {
    const { written, requests, coversTo } = write(`${LANDED}\n\n${HID}`, text(LEFT), text('Rok hid\na knife.'))
    expect(await written).toMatchObject({
      text: `Rok hid a knife.\n\n${LEFT}`,
      coversTo,
      usage: { inputTokens: 20, outputTokens: 4 },
    })
    const [, merge, ...more] = requests()
    expect(merge).toContain(`# What was summed up before\\n\\n${LANDED}\\n\\n${HID}\\n\\n# What to write`)
    expect(merge).not.toContain(LEFT)
    expect(more).toEqual([])
  })

  it('are merged twice at most: one that stays too long waits for the next summary', async () => {
    const before = [LANDED, HID, LANDED].join('\n\n')
    const { written, requests } = write(before, text(LEFT), text(`${LANDED} ${HID}`))
    expect((await written).text).toBe(`${LANDED} ${HID}\n\n${LEFT}`)
    expect(requests()).toHaveLength(3)
  })

  it('are never merged into less than one', async () => {
    const { written, requests } = write('', text(`${LANDED} ${HID}`))
    expect((await written).text).toBe(`${LANDED} ${HID}`)
    expect(requests()).toHaveLength(1)
  })

  it.each(['', '# The story so far\n\nRok hid.', 'Rok hid it. '.repeat(500)])(
    'are not replaced by something that is none: %#',
    async (merged) => {
      const { written } = write(`${LANDED}\n\n${HID}`, text(LEFT), text(merged))
      await expect(written).rejects.toThrow(RejectedSummaryError)
    },
  )
})
