import { describe } from 'vitest'

import { listModels, fail, streamText } from './support/answers.ts'
import { chooseModel, fillModelForm } from './support/modelForm.ts'
import { BOOK, expect, test } from './support/test.ts'

const CANARY = 'sk-canary-93c1f7d2e8b4'

describe('a key', () => {
  test('that is entered, tested, saved, used and rejected is never shown or returned', async ({ player, provider }) => {
    const { page } = player
    const answers: Promise<string>[] = []
    page.on('response', (response) => {
      const isStream = response.headers()['content-type']?.startsWith('text/event-stream') === true
      if (!isStream) answers.push(response.text().catch(() => ''))
    })
    /** What is in the page, on the screen, in what the browser keeps, and in the address. */
    const seen: string[] = []
    const look = async (): Promise<void> => {
      seen.push(
        await page.content(),
        await page.locator('body').innerText(),
        await page.evaluate(() => JSON.stringify([localStorage, sessionStorage].map(Object.entries))),
        page.url(),
      )
    }

    await page.goto('/models/new')
    await fillModelForm(page, {
      provider: 'Other server',
      name: 'Canary',
      modelName: 'quill-large',
      baseUrl: provider.baseUrl,
      apiKey: CANARY,
    })
    const key = page.getByLabel('API key')
    expect(await key.getAttribute('type')).toBe('password')
    expect(await key.getAttribute('autocomplete')).toBe('new-password')
    await look()

    const echo = fail(401, { message: `Incorrect API key provided: ${CANARY}`, code: 'invalid_api_key' })
    provider.script(listModels('quill-large'), echo)
    await player.button('Test connection').click()
    await page.getByText('This model can’t narrate with these settings.').waitFor()
    await look()

    await player.button('Save').click()
    await page.getByRole('heading', { name: 'Canary' }).waitFor()
    await look()
    await page.getByRole('link', { name: 'Edit' }).last().click()
    await page.getByText('Stored key ending in e8b4.').waitFor()
    await look()
    await player.button('Replace').click()
    expect(await key.inputValue()).toBe('')

    await player.openGamebook(BOOK.title)
    await chooseModel(page, 'Canary')
    provider.script(streamText('It begins.'), echo)
    await player.button('Start').click()
    await player.waitForWords('It begins.')
    await player.waitForAnswer()
    await player.sendAndWait('wait')
    await player.error.waitFor()
    await player.error.getByText('Message from the provider').click()
    await look()

    for (const text of [...seen, ...(await Promise.all(answers))]) expect(text).not.toContain(CANARY)
    expect(answers.length).toBeGreaterThan(20)
    expect(provider.requests.length).toBe(4)
  })
})
