import { startState } from '@llm-gamebook/story'
import { describe, expect, it } from 'vitest'

import { createSummaryWriter, type NextTurn } from '../../../src/engine/memory/summary/summaryWriter.ts'
import { plainPrompt } from '../../../src/models/promptRules.ts'
import type { Narrator } from '../../../src/models/narrator.ts'
import { EMPTY_CONTEXT } from '../../../src/sessions/sessionContext.ts'
import type { Summary } from '../../../src/sessions/summary.ts'
import { fakeModel, text } from '../../support/fakeModel.ts'
import { makeMessage, SESSION } from '../../support/messages.ts'
import { loadBook } from '../turnHarness.ts'

const BOOK = `
title: The Pier
description: A pier in the fog.
`

const NARRATOR: Narrator = {
  model: fakeModel(text('It rained.')),
  modelConfigId: 'quill',
  snapshot: { configName: 'Fake', provider: 'openai-compatible', requestedModel: 'quill', host: null, parameters: {} },
  prompt: plainPrompt,
  toolStyle: 'growing',
  contextWindow: { tokens: 4000, source: 'config' },
  maxOutputTokens: 300,
  callOptions: () => ({}),
  redact: (words) => words,
  secretForms: [],
  nearestModels: () => [],
  onRefused: () => {},
}

/** A turn whose request is larger than its budget. */
function nextTurn(): NextTurn {
  const stateAfter = startState(7)
  const messages = ['p1', 'n1', 'p2', 'n2'].map((id) =>
    makeMessage(SESSION, null, { id, role: id.startsWith('p') ? 'player' : 'narrator', stateAfter }),
  )
  const turn = {
    sessionId: SESSION.id,
    gamebook: loadBook(BOOK),
    gamebookVersion: 'version',
    path: messages,
    text: '',
    narrator: NARRATOR,
    context: EMPTY_CONTEXT,
  }
  const size = { window: 4000, budget: 3000, factor: 0.3, fixed: 20_000, head: 0, kept: 0 }
  const plan = { memory: null, isNew: false, recalled: { head: null, kept: messages }, size }
  return { turn, plan, findWriter: async () => NARRATOR }
}

function open() {
  const saved: Summary[] = []
  const failures: unknown[] = []
  const writer = createSummaryWriter({
    insert: async (summary) => void saved.push(summary),
    newId: () => 'summary',
    now: () => '',
    onFailure: (_, failure) => failures.push(failure),
    isLocal: () => false,
  })
  return { writer, saved, failures }
}

describe('a summary that is being written', () => {
  it('is stored', async () => {
    const { writer, saved, failures } = open()
    writer.consider(nextTurn())
    await writer.settled()
    expect({ texts: saved.map((summary) => summary.text), failures }).toEqual({ texts: ['It rained.'], failures: [] })
  })

  it('is given up, without a failure, when the player replaces what it goes on from', async () => {
    const { writer, saved, failures } = open()
    writer.consider(nextTurn())
    writer.giveUp(SESSION.id)
    await writer.settled()
    expect({ saved, failures }).toEqual({ saved: [], failures: [] })
  })
})
