import { describe, expect, it } from 'vitest'

import { BELFRY } from '../support/belfry.ts'
import { toolCall, fakeModel, text } from '../support/fakeModel.ts'
import { startPlay } from './turnHarness.ts'

const DOOMED = `
title: Doomed
entity_types:
  - name: Person
    instructions: Play them.
    traits: [described]
    triggers: [{condition: hero.lost, effects: [{core/end-game: {reason: It was lost from the start.}}]}]
    entities:
      - {id: hero, name: Hero, description: Brave., lost: true, functions: [{name: hope, effects: [{fate/hoped: {}}]}]}
`

const BRAVE = `
title: Brave
improvisation: {fields: [hero.nerve]}
entity_types:
  - name: Person
    instructions: Play them.
    traits: [described]
    fields: {nerve: {type: integer, min: 0, max: 3}}
    entities: [{id: hero, name: Hero, description: Brave.}]
`

describe('the end of a turn', () => {
  it('runs triggers, also on the opening', async () => {
    const play = await startPlay(BELFRY)
    const [opening] = await play.playTurn(fakeModel(text('Straw.')), null)
    expect(opening?.stateAfter).toMatchObject({
      entities: { apprentice: { clues: ['A light in the belfry'] } },
      triggers: { 'Tower#once_upon': { on: true, fired: 1 } },
    })
    expect(opening?.receipts).toMatchObject([
      { partId: opening?.parts[0]?.id, receipt: { action: 'list/add', by: 'trigger', trigger: 'Tower#once_upon' } },
    ])
    expect(play.events.map(({ type }) => type).slice(-3)).toEqual(['receipt', 'state', 'message-end'])
  })

  it('narrates the ending in one more step', async () => {
    const play = await startPlay(DOOMED)
    const model = fakeModel(text('A brave start.'), text('And yet it was lost.'))
    const [opening] = await play.playTurn(model, null)
    expect(opening).toMatchObject({
      status: 'done',
      parts: [{ text: 'A brave start.' }, { text: 'And yet it was lost.' }],
      stateAfter: { ended: { reason: 'It was lost from the start.' } },
    })
    expect(opening?.receipts[0]?.partId).toBe(opening?.parts[0]?.id)
    const [, last] = model.doStreamCalls
    expect(model.doStreamCalls).toHaveLength(2)
    expect(last?.tools).toEqual(model.doStreamCalls[0]?.tools)
    expect(last?.prompt.slice(0, 2)).toEqual(model.doStreamCalls[0]?.prompt)
    expect(last?.prompt.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user'])
    expect(JSON.stringify(last?.prompt.at(-1))).toContain('The story ends with this turn. It was lost from the start.')
    expect(JSON.stringify(last?.prompt.at(-3))).not.toContain('The story ends')
  })

  it("keeps the triggers' changes if the last step fails", async () => {
    const play = await startPlay(DOOMED)
    const [opening] = await play.playTurn(fakeModel(text('A brave start.'), [new Error('socket')]), null)
    expect(opening).toMatchObject({
      status: 'interrupted',
      parts: [{ text: 'A brave start.' }],
      stateAfter: { ended: { reason: 'It was lost from the start.' } },
    })
  })

  it('gives the next turn a nudge again', async () => {
    const play = await startPlay(BRAVE)
    const nudge = toolCall('nudge', JSON.stringify({ field: 'hero.nerve', by: 1, because: 'The hero sings.' }))
    const opening = await play.playTurn(fakeModel(text('A cellar.')), null)
    const first = await play.playTurn(fakeModel(nudge, nudge, text('Done.')), 'I sing twice.', opening)
    expect(first.at(-1)?.receipts.map(({ receipt }) => receipt.result)).toEqual(['applied', 'refused'])
    expect(first.at(-1)?.stateAfter).not.toHaveProperty('nudged')
    const second = await play.playTurn(fakeModel(nudge, text('Done.')), 'I sing again.', first)
    expect(second.at(-1)?.stateAfter).toMatchObject({ entities: { hero: { nerve: 2 } } })
  })

  it('runs triggers for a stopped turn too, without a request', async () => {
    const play = await startPlay(DOOMED)
    const model = fakeModel([{ type: 'text-delta', id: '1', delta: 'A brave' }, new Promise(() => {})])
    const turn = play.start(model, null)
    await turn.stored
    await play.engine.stop(play.sessionId)
    await turn.ended
    const stored = await play.stored(turn.answerId)
    expect(stored).toMatchObject({ status: 'stopped', stateAfter: { ended: {} } })
    expect(model.doStreamCalls).toHaveLength(1)
  })

  it('does not narrate the ending again after a call has ended the story', async () => {
    const play = await startPlay(BELFRY)
    const opening = await play.playTurn(fakeModel(text('Straw.')), null)
    const model = fakeModel(toolCall('wait', '{"minutes":600}'), text('The sun is up.'))
    const answer = (await play.playTurn(model, 'sleep', opening)).at(-1)
    expect(model.doStreamCalls).toHaveLength(2)
    expect(JSON.stringify(model.doStreamCalls[1]?.prompt.at(-1))).toContain('The story ends with this turn.')
    expect(answer?.receipts.map(({ line, receipt: { by, trigger } }) => [line, by, trigger])).toEqual([
      ['It is now 07:00', 'tool', undefined],
      ['Apprentice: Cursed: yes', 'trigger', 'Hours#cold'],
      ['', 'trigger', 'Hours#dawn'],
    ])
    expect(answer?.stateAfter).toMatchObject({ ended: { reason: 'The sun is up and no bell has rung.' } })
  })
})
