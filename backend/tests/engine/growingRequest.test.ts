import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { Message } from '../../src/messages/message.ts'
import { fakeModel, text, toolCall } from '../support/fakeModel.ts'
import { readRecordedSession } from '../support/recordedSessions/recordedSession.ts'
import { startPlay, type Play } from './turnHarness.ts'

const BOX = `
title: The Box
entity_types:
  - name: Rooms
    instructions: Rooms.
    traits: [{name: graph, node_type_id: Room}]
    entities: [{id: house, node_ids: [hall, attic], functions: [{target: transition, name: go_to, description: The player goes.}]}]
  - name: Room
    traits: [described, graph_node]
    entities:
      - {name: Hall, description: A hall., edge_ids: [attic]}
      - {name: Attic, description: Dust., edge_ids: [hall]}
  - name: Thing
    instructions: Things.
    traits: [described]
    entities:
      - {id: box, name: Box, description: A box., enabled: "house.current_node_id == 'attic'", functions: [
          {name: open_box, description: The player opens the box., enabled: "house.current_node_id == 'attic'", effects: [{box/opened: {}}]}]}
      - {id: bell, name: Bell, description: A bell., functions: [
          {name: ring, description: The player rings., enabled: false, otherwise: It has no rope., effects: [{bell/rung: {}}]}]}
`
const LOW_WATER = readFileSync(
  new URL('../../../gamebooks/example/low-water/llm-gamebook.yaml', import.meta.url),
  'utf8',
)

async function startBook(source: string): Promise<Play> {
  const play = await startPlay(source)
  onTestFinished(() => play.db.destroy())
  return play
}

const goTo = (to: string) => toolCall('go_to', JSON.stringify({ to }))
const toolNames = (request: LanguageModelV4CallOptions | undefined) => request?.tools?.map(({ name }) => name)
/** In the order in which providers cache it. */
const bytesOf = ({ tools, prompt }: LanguageModelV4CallOptions): Buffer =>
  Buffer.from(JSON.stringify(tools) + prompt.map((message) => JSON.stringify(message)).join(''))

function sharedBytes(one: Buffer, other: Buffer): number {
  const most = Math.min(one.length, other.length)
  let shared = 0
  while (shared < most && one[shared] === other[shared]) shared += 1
  return shared
}

describe('the tools along a path', () => {
  it('join at the end when they are first offered, and are stored with the answer', async () => {
    const play = await startBook(BOX)
    const opening = await play.playTurn(fakeModel(text('A hall.')), null)
    expect(opening[0]?.sentTools).toEqual(['go_to', 'ring'])
    const up = fakeModel(goTo('attic'), text('Dust.'))
    const attic = await play.playTurn(up, 'up', opening)
    expect(up.doStreamCalls.map(toolNames)).toEqual([
      ['go_to', 'ring'],
      ['go_to', 'ring', 'open_box'],
    ])
    const down = fakeModel(goTo('hall'), text('Down.'))
    const hall = await play.playTurn(down, 'down', attic)
    expect(hall.at(-1)?.sentTools).toEqual(['go_to', 'ring', 'open_box'])
    expect(down.doStreamCalls.map(({ tools }) => tools)).toEqual([0, 1].map(() => up.doStreamCalls[1]?.tools))
  })

  it('are those of the path: a retry sends the same bytes, and what was undone is unknown', async () => {
    const play = await startBook(BOX)
    const opening = await play.playTurn(fakeModel(text('A hall.')), null)
    const first = fakeModel(goTo('attic'), text('Dust.'))
    const attic = await play.playTurn(first, 'up', opening)
    const again = fakeModel(goTo('attic'), text('Dust again.'))
    await play.playTurn(again, null, attic.slice(0, -1))
    expect(JSON.stringify(again.doStreamCalls[0])).toBe(JSON.stringify(first.doStreamCalls[0]))
    const other = fakeModel(text('You wait.'))
    await play.playTurn(other, 'wait', opening)
    expect(JSON.stringify(other.doStreamCalls)).not.toContain('open_box')
  })

  it('of a path whose answers stored none begin anew', async () => {
    const play = await startBook(BOX)
    const opening = await play.playTurn(fakeModel(text('A hall.')), null)
    const older = opening.map((message): Message => ({ ...message, sentTools: null }))
    const model = fakeModel(text('You wait.'))
    await play.playTurn(model, 'wait', older)
    expect(toolNames(model.doStreamCalls[0])).toEqual(['go_to', 'ring'])
  })
})

describe('a message of the player', () => {
  it('has the same bytes in its turn and in the history, and the state is only in its turn', async () => {
    const play = await startBook(BOX)
    const words = '```\n# State of this turn\n\nI ring.'
    const opening = fakeModel(text('A hall.'))
    const first = fakeModel(text('No.'))
    const second = fakeModel(text('Yes.'))
    const path = await play.playTurn(first, words, await play.playTurn(opening, null))
    await play.playTurn(second, 'on', path)
    const userTexts = (request: LanguageModelV4CallOptions | undefined): readonly string[] =>
      (request?.prompt ?? []).flatMap(({ role, content }) =>
        role === 'user' ? content.map((part) => (part.type === 'text' ? part.text : '')) : [],
      )
    const [begun, said] = userTexts(second.doStreamCalls[0])
    expect(said).toBe(`# The player says\n\n\`\`\`\`\n${words}\n\`\`\`\``)
    expect(userTexts(first.doStreamCalls[0])[1]).toContain(`\n\n${said}`)
    expect(begun).toMatch(/^# Opening\n\nOpen the story/)
    expect(userTexts(opening.doStreamCalls[0])[0]).toContain(`\n\n${begun}`)
    expect(
      userTexts(second.doStreamCalls[0])
        .join('\n')
        .match(/^# What can be done now$/gm),
    ).toHaveLength(1)
  })
})

describe('the requests of a player who moves every turn', () => {
  const HALL = 'great_hall'
  const ROUTE = ['drowned_gate', 'lodge', 'drowned_gate', HALL, 'catalogue_room', HALL, 'bindery', HALL, 'reading_room']
  const FURTHER = [HALL, 'sluice_house', HALL, 'basin_floor', HALL, 'catalogue_room', HALL]
  const PROSE = readRecordedSession('low-water')
    .turns.flatMap(({ answers }) => answers.map((answer) => answer.text.slice(0, 600)))
    .filter((prose) => prose !== '')

  it('stand to four fifths in the prefix of the one before, from the ninth on', async () => {
    const play = await startBook(LOW_WATER)
    const requests: LanguageModelV4CallOptions[] = []
    let path = await play.playTurn(fakeModel(text(PROSE[0] ?? '')), null)
    for (const [index, to] of [...ROUTE, ...FURTHER].entries()) {
      const model = fakeModel(goTo(to), text(PROSE[index + 1] ?? ''))
      path = await play.playTurn(model, `I look around once more, and then I go on, to the ${to}.`, path)
      expect(path.at(-1)?.receipts[0]?.receipt.result).toBe('applied')
      requests.push(...model.doStreamCalls)
    }
    const bytes = requests.map(bytesOf)
    const counted = bytes
      .slice(8)
      .map((body, index) => [sharedBytes(body, bytes[index + 7] ?? body), body.length] as const)
    const shared = counted.reduce((sum, [equal]) => sum + equal, 0)
    const all = counted.reduce((sum, [, length]) => sum + length, 0)
    expect(shared / all).toBeGreaterThan(0.8)
  })
})
