import { describe, expect, it } from 'vitest'

import { fakeModel, finish, text, toolCall } from '../support/fakeModel.ts'
import { startPlay } from './turnHarness.ts'

const LIGHTHOUSE = `
title: The Lighthouse
entity_types:
  - name: Tower
    instructions: Describe the tower.
    traits: [described, {name: graph, node_type_id: Room}]
    entities:
      - id: tower
        name: Tower
        description: Stone.
        node_ids: [stairs, gallery]
        functions: [{target: transition, name: climb, narrate: The steps ring under your boots.}]
  - name: Room
    instructions: Describe the room.
    traits: [described, graph_node]
    entities:
      - {id: stairs, name: Stairs, description: A stair winds up., first_visit: It smells of oil., edges: [gallery]}
      - {id: gallery, name: Gallery, description: Wind., first_visit: The coast lies below., edges: [stairs]}
  - name: Keeper
    hidden: true
    fields: {awake: {type: boolean, default: true}}
    entities:
      - id: keeper
        triggers: [{condition: keeper.awake, effects: [{narrate: "Somewhere above, a door shuts."}], once: true}]
`

const HEADING = "# The author's words for this moment"

describe("the author's words", () => {
  it('for the first visit of the start are in the request for the opening, and in a receipt', async () => {
    const play = await startPlay(LIGHTHOUSE)
    const model = fakeModel(text('Oil and stone.'), text('A door shuts.'))
    const [opening] = await play.playTurn(model, null)
    const prompt = JSON.stringify(model.doStreamCalls[0]?.prompt)
    expect(prompt).toContain(`${HEADING}\\n\\nIt smells of oil.`)
    expect(prompt).toContain('you may add to it, but not contradict it')
    expect(opening?.receipts[0]?.receipt).toMatchObject({ action: 'core/narrate', args: { text: 'It smells of oil.' } })
    expect(opening?.receipts[0]?.line).toBe('')
  })

  it('of a trigger at the end of a turn are narrated in one more step', async () => {
    const play = await startPlay(LIGHTHOUSE)
    const model = fakeModel(text('Oil and stone.'), text('A door shuts.'))
    const [opening] = await play.playTurn(model, null)
    expect(opening).toMatchObject({ status: 'done', parts: [{ text: 'Oil and stone.' }, { text: 'A door shuts.' }] })
    const last = JSON.stringify(model.doStreamCalls[1]?.prompt.at(-1))
    expect(last).toContain(`${HEADING}\\n\\nSomewhere above, a door shuts.`)
    expect(last).toContain('Continue from your last words and narrate what happens now.')
    expect(last).not.toContain('It smells of oil.')
  })

  it('of a call are in its result', async () => {
    const play = await startPlay(LIGHTHOUSE)
    const opening = await play.playTurn(fakeModel(text('Oil.'), text('A door.')), null)
    const model = fakeModel(toolCall('climb', '{"to":"gallery"}'), text('Up you go.'))
    await play.playTurn(model, 'up', opening)
    expect(JSON.stringify(model.doStreamCalls[1]?.prompt.at(-1))).toContain(
      '"narrations":["The coast lies below.","The steps ring under your boots."]',
    )
    expect(JSON.stringify(model.doStreamCalls[0]?.prompt.at(-1))).not.toContain(HEADING)
  })
  it('are the answer if the model writes nothing', async () => {
    const play = await startPlay(LIGHTHOUSE)
    const opening = await play.playTurn(fakeModel(text('Oil.'), text('A door.')), null)
    const model = fakeModel(toolCall('climb', '{"to":"gallery"}'), [finish('stop')], [finish('stop')])
    const answer = (await play.playTurn(model, 'up', opening)).at(-1)
    expect(answer).toMatchObject({ status: 'done', error: null })
    expect(answer?.parts.at(-1)).toMatchObject({
      type: 'text',
      text: 'The coast lies below.\n\nThe steps ring under your boots.',
    })
    expect(answer?.model?.notices).toContain("The model wrote nothing, so this is the author's text.")
  })

  it('are no excuse where there are none', async () => {
    const play = await startPlay(LIGHTHOUSE)
    const opening = await play.playTurn(fakeModel(text('Oil.'), text('A door.')), null)
    const answer = (await play.playTurn(fakeModel([finish('stop')], [finish('stop')]), 'wait', opening)).at(-1)
    expect(answer).toMatchObject({ status: 'failed', error: { code: 'empty-answer' } })
  })
})
