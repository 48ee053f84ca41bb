import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'

import { pauseAfter, listModels, fail, streamText } from './support/answers.ts'
import { expect, FIRST_BOOK, test } from './support/test.ts'

describe.for(['light', 'dark'] as const)('axe finds nothing serious in %s', (colorScheme) => {
  test('from the library to an ending', async ({ enter }) => {
    const player = await enter({ colorScheme, reducedMotion: 'reduce' })
    const { page } = player
    await player.openLibrary()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Open the gamebook' }).click()
    await player.button('Start').waitFor()
    await expectAccessible(page)
    await player.button('Start').click()
    await player.waitForAnswer()
    for (const words of FIRST_BOOK.walk.slice(0, -1)) await player.sendAndWait(words)
    await expectAccessible(page)
    await player.sendAndWait(FIRST_BOOK.walk.at(-1) ?? '')
    await player.ending.waitFor()
    await expectAccessible(page)

    await page.goto('/')
    await page.getByText('Reread the ending').waitFor()
    await expectAccessible(page)
    await page.goto(`/gamebooks/${FIRST_BOOK.id}`)
    await page.getByText('Your sessions').waitFor()
    await expectAccessible(page)
    await page.goto('/nowhere')
    await page.getByRole('heading', { name: 'Page not found.' }).waitFor()
    await expectAccessible(page)
  })

  test('in the list of models, in the form and in the model selector', async ({ enter, begun, provider }) => {
    const player = await enter({ colorScheme, reducedMotion: 'reduce' })
    const { page } = player
    await page.goto('/models')
    await page.getByRole('heading', { name: 'Scripted' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Delete' }).last().click()
    await expectAccessible(page)
    await player.button('Actions for Scripted').click()
    await expectAccessible(page)

    await page.goto('/models/new')
    await player.button('Save').click()
    await page.getByText('Enter a name.').waitFor()
    await expectAccessible(page)
    await page.getByRole('group', { name: 'Provider' }).getByText('Other server').click()
    await page.getByText('Advanced', { exact: true }).click()
    await page.getByLabel('Base URL').fill(`${provider.baseUrl}?key=x`)
    await page.getByText(/Requests go to/).waitFor()
    provider.script(listModels('quill-large', 'quill-small'))
    await page.getByRole('combobox', { name: 'Model' }).click()
    await page.getByRole('option', { name: 'quill-large' }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    provider.script(fail(401, { message: 'No such key' }), fail(401, { message: 'No such key' }))
    await player.button('Test connection').click()
    await page.getByText('This model can’t narrate with these settings.').waitFor()
    await expectAccessible(page)

    await page.goto(begun)
    await player.waitForAnswer()
    await page.getByRole('combobox', { name: 'Narrator' }).click()
    await page.getByRole('option', { name: /Scripted/ }).waitFor()
    await expectAccessible(page)
  })

  test('while the narrator thinks, writes, fails and retries', async ({ enter, begun, provider }) => {
    const player = await enter({ colorScheme, reducedMotion: 'reduce' })
    const { page } = player
    await page.goto(begun)
    await player.waitForAnswer()
    const waiting = pauseAfter('')
    provider.script(waiting.answer, fail(401, { message: 'No such key' }), streamText('At last.'))
    await player.send('wait')
    await player.lastAnswer.getByText('connecting').waitFor()
    await expectAccessible(page)
    waiting.resume('Nothing happens.')
    await player.waitForWords('Nothing happens.')
    await player.waitForAnswer()

    await player.sendAndWait('wait on')
    await player.error.waitFor()
    await expectAccessible(page)
    await player.lastAnswer.getByRole('button', { name: 'Retry', exact: true }).click()
    await player.waitForWords('At last.')
    await player.waitForAnswer()
    await player.choose('Edit', player.messages.last())
    await expectAccessible(page)
    await player.button('Display settings').click()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await player.button('Find in story').click()
    await page.keyboard.type('last')
    await page.getByRole('search').getByText('1 message', { exact: true }).waitFor()
    await expectAccessible(page)
  })
})

describe('a screen reader', () => {
  test('announces whole sentences, once', async ({ story, provider }) => {
    const log = story.page.getByRole('log', { name: 'New story text' })
    expect(await log.locator('p').count()).toBe(0)
    const held = pauseAfter('The door opens. Behind it ')
    provider.script(held.answer)
    await story.send('open the door')
    await log.getByText('The door opens.').waitFor()
    expect(await log.locator('p').allTextContents()).toEqual(['The door opens.'])
    held.resume('is a *wall*. "Well," it says.')
    await story.waitForAnswer()
    await log.getByText('"Well," it says.').waitFor()
    expect(await log.locator('p').allTextContents()).toEqual([
      'The door opens.',
      'Behind it is a wall.',
      '"Well," it says.',
    ])
    expect(await log.getAttribute('aria-live')).toBe('polite')
  })

  test.for(['/', '/gamebooks/example/low-water', '/models', '/models/new', '/nowhere'])(
    'finds one main landmark and one top heading on %s',
    async (path, { player }) => {
      await player.page.goto(path)
      await player.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
      expect(await player.page.getByRole('main').count()).toBe(1)
      expect(await player.page.getByRole('heading', { level: 1 }).count()).toBe(1)
      expect(await player.page.title()).toMatch(/. · LLM Gamebook/)
    },
  )
})

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
