import { describe } from 'vitest'

import { disconnectAfter, callTool, hang, fail, sendRaw, streamText } from './support/answers.ts'
import { chooseModel } from './support/modelForm.ts'
import { addNarrator, createSession } from './support/serverApi.ts'
import { BOOK, expect, test } from './support/test.ts'

const WORDS = 'knock three times'

describe('a model', () => {
  test('is chosen when a story starts, and named with its answers', async ({ player, server, provider }) => {
    await addNarrator(server, provider)
    provider.script(streamText('It begins.'))
    await player.openGamebook(BOOK.title)
    await chooseModel(player.page, 'Scripted')
    await player.button('Start').click()
    await player.waitForWords('It begins.')
    await player.waitForAnswer()
    await player.lastAnswer.getByText('Scripted', { exact: true }).click()
    await player.lastAnswer.getByText(new URL(provider.baseUrl).host, { exact: true }).waitFor()
  })
})

describe('a model that is deleted', () => {
  test('is replaced by the remaining one, with a notice', async ({ player, server, provider }) => {
    const id = await addNarrator(server, provider)
    provider.script(streamText('It begins.'))
    await player.page.goto(await createSession(server, BOOK.id, id))
    await player.waitForAnswer()
    await fetch(`${server.address}/api/model-configs/${id}`, { method: 'DELETE' })
    await player.page
      .getByText('The model you chose was deleted. Built-in narrator · no AI will answer next.')
      .waitFor()
    await player.waitForWords('It begins.')
    await player.sendAndWait('go to the gate')
    await player.waitForPlace('Drowned gate')
  })
})

describe('a model that can use tools', () => {
  test('moves the player by the rules and continues the story', async ({ story, provider }) => {
    provider.script(callTool('go_to', { to: 'drowned_gate' }), streamText('Two seals of stone look past you.'))
    await story.sendAndWait('walk on')
    await story.waitForPlace('Drowned gate')
    const answer = await story.lastAnswer.textContent()
    expect(answer).toMatch(/You went to the drowned gate.*Two seals of stone look past you\./)
    expect(answer).toContain('Scripted')
    expect(provider.requests).toHaveLength(3)
    expect(provider.requests.at(-1)).toMatch(/"role":"tool".*applied/)
  })

  test("can't move the player against the rules", async ({ story, provider }) => {
    provider.script(callTool('go_to', { to: 'gallery' }), streamText('There is no such way.'))
    await story.sendAndWait('fly up to the gallery')
    await story.waitForWords('There is no such way.')
    await story.waitForPlace('Sand road')
    expect(await story.lastAnswer.textContent()).not.toContain('You went')
    const details = story.lastAnswer.locator('details').last()
    await details.locator('summary').click()
    await details.getByText(/called .*go_to.* with something that is not there/).waitFor()
  })

  test.for([
    ['no JSON', '{"to": '],
    ['the wrong shape', '[1, 2]'],
    ['the wrong names', '{"where": "drowned_gate"}'],
  ] as const)('may send arguments that are %s, and the story continues', async ([, broken], { story, provider }) => {
    provider.script(callTool('go_to', broken), streamText('Nothing moves.'))
    await story.sendAndWait('walk on')
    await story.waitForWords('Nothing moves.')
    await story.waitForPlace('Sand road')
  })

  test('may call an unknown tool, and the story continues', async ({ story, provider }) => {
    provider.script(callTool('open_portal', { to: 'moon' }), streamText('Nothing opens.'))
    await story.sendAndWait('walk on')
    await story.waitForWords('Nothing opens.')
    await story.waitForPlace('Sand road')
  })
})

describe('a provider that fails', () => {
  test.for([
    {
      how: 'does not accept the key',
      answer: fail(401, { message: 'Incorrect API key provided: sk-test-0123456789', code: 'invalid_api_key' }),
      told: [/rejected the API key\./, /Enter this model's API key again\./],
    },
    {
      how: 'asks for a long pause',
      answer: fail(429, { message: 'Too many requests' }, { 'retry-after': '90' }),
      told: [/is limiting requests\. It asks to wait 90 s\./, /Wait a moment, then retry\./],
    },
    {
      how: 'breaks off',
      answer: disconnectAfter('The door opens a hand wide, '),
      told: [/The door opens a hand wide,/, /The answer was cut off\./, /What arrived is kept/],
    },
    {
      how: 'sends something else',
      answer: sendRaw('<!doctype html><title>A captive portal</title>'),
      told: [/sent a web page instead of an answer\./, /Check the model's base URL/],
    },
    {
      how: 'sends broken chunks',
      answer: sendRaw('data: {"choices": [{"delta"\n\ndata: [DONE]\n\n'),
      told: [/The answer was cut off\./, /Retry for a new one/],
    },
  ])('because it $how is shown below the text with a hint', async ({ answer, told }, { story, provider }) => {
    provider.script(answer, streamText('Somebody answers.'))
    await story.sendAndWait(WORDS)
    for (const words of told) await story.lastAnswer.getByText(words).waitFor()
    expect(await story.messages.textContent()).toContain(WORDS)
    expect(await story.page.content()).not.toContain('sk-test-0123456789')

    await story.page.reload()
    await story.waitForAnswer()
    for (const words of told) await story.lastAnswer.getByText(words).waitFor()
    await story.choose('Retry')
    await story.waitForWords('Somebody answers.')
    await story.waitForAnswer()
    expect(await story.messages.count()).toBe(1)
  })

  test.for([
    ['asks for a short pause', fail(429, { message: 'Too many requests' }, { 'retry-after': '1' })],
    ['is overloaded', fail(503, { message: 'Try later' })],
  ] as const)('because it %s gets a retry, with a notice', async ([, refusal], { story, provider }) => {
    provider.script(refusal, streamText('Somebody answers.'))
    await story.send(WORDS)
    await story.lastAnswer
      .getByText(/Retrying in 1 s\./)
      .first()
      .waitFor()
    await story.waitForWords('Somebody answers.')
    await story.waitForAnswer()
    expect(await story.error.count()).toBe(0)
  })

  test('because no server is there names the address', async ({ story, provider }) => {
    await provider.close()
    await story.sendAndWait(WORDS)
    await story.lastAnswer.getByText(`Can't connect to ${new URL(provider.baseUrl).host}.`, { exact: true }).waitFor()
    expect(await story.messages.textContent()).toContain(WORDS)
  })

  test('because it hangs is disconnected within a second of Stop', async ({ story, provider }) => {
    const { answer, asked, left } = hang()
    provider.script(answer)
    await story.send(WORDS)
    await asked
    await story.button('Stop').click()
    const stoppedAt = performance.now()
    await left
    expect(performance.now() - stoppedAt).toBeLessThan(1000)
    await story.waitForWords('You stopped the narrator here.')
    expect(await story.messages.textContent()).toContain(WORDS)
  })
})

describe('a message that is too long', () => {
  test('stays in the field, with its length and the limit', async ({ story }) => {
    const words = 'word '.repeat(20_000).trim()
    await story.send(words)
    await story.page.getByText('99,999 of 20,000 characters. Shorten your message or send it in parts.').waitFor()
    expect(await story.input.inputValue()).toBe(words)
    expect(await story.messages.count()).toBe(0)
  })
})
