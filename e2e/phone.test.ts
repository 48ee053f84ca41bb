import { describe } from 'vitest'

import { listModels, streamText } from './support/answers.ts'
import { findSmallTargets, measureOverflow } from './support/layout.ts'
import type { Player } from './support/player.ts'
import { expect, FIRST_BOOK, test as base } from './support/test.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

const test = base.extend('phone', ({ enter }) => enter(PHONE))

describe('on a phone', () => {
  test('a story is played from the library to an ending', async ({ phone }) => {
    const { page } = phone
    await phone.openLibrary()
    await expectRoom(phone)
    await page.getByRole('link', { name: 'Open the gamebook' }).tap()
    await phone.button('Start').waitFor()
    await expectRoom(phone)
    await phone.button('Start').tap()
    await phone.waitForAnswer()
    await expectRoom(phone)

    for (const words of FIRST_BOOK.walk) {
      await phone.sendAndWait(words)
      await expectRoom(phone)
    }
    await phone.ending.waitFor()
    await expectRoom(phone)
    await page.getByRole('link', { name: 'Back to the gamebook' }).tap()
    await page.getByText('1 of 3 found').waitFor()
    await expectRoom(phone)
  })

  test('the drawer opens, leads to another page and closes', async ({ phone, begun }) => {
    const { page } = phone
    await page.goto(begun)
    await phone.button('Menu').tap()
    await expectRoom(phone)
    await page.getByRole('navigation', { name: 'Main' }).getByText('Lamplight').tap()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('lamplight')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Gamebooks' }).tap()
    await page.getByRole('heading', { name: 'Gamebooks', level: 1 }).waitFor()
    await page.getByRole('navigation', { name: 'Main' }).waitFor({ state: 'detached' })

    await phone.button('Menu').tap()
    await phone.button('Close the menu').tap()
    await page.getByRole('navigation', { name: 'Main' }).waitFor({ state: 'detached' })
  })

  test('long words and errors stay inside the page', async ({ phone, begun, provider }) => {
    await phone.page.goto(begun)
    await phone.waitForAnswer()
    provider.script(streamText(`${'A'.repeat(400)} and https://addresses.example/${'a'.repeat(300)}`))
    await phone.sendAndWait('B'.repeat(400))
    await phone.waitForWords('AAAA')
    await expectRoom(phone)
    await phone.sendAndWait('go on')
    await phone.error.waitFor()
    await phone.error.getByText('Message from the provider').tap()
    await expectRoom(phone)
  })

  test('a model is created, edited and chosen', async ({ phone, begun, provider }) => {
    const { page } = phone
    await page.goto('/models')
    await page.getByRole('heading', { name: 'Scripted' }).waitFor()
    await expectRoom(phone)
    await page.getByRole('button', { name: 'Delete' }).last().tap()
    await expectRoom(phone)
    await phone.button('Keep it').tap()

    await page.getByRole('link', { name: 'Create new model' }).tap()
    await page.getByLabel('Provider').selectOption('Other server (OpenAI-compatible)')
    await expectRoom(phone)
    await page.getByLabel('Base URL').fill(`${provider.baseUrl}/${'long/'.repeat(30)}`)
    await page.getByText(/Requests go to/).waitFor()
    await page.getByLabel('Base URL').fill(provider.baseUrl)
    provider.script(listModels('quill-large', 'q'.repeat(120)))
    await page.getByRole('combobox', { name: 'Model' }).tap()
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await expectRoom(phone)
    await page.getByRole('option', { name: 'quill-large' }).tap()
    await page.getByText('Advanced').tap()
    await expectRoom(phone)
    await phone.button('Save').tap()
    await page.getByRole('heading', { name: 'quill-large' }).waitFor()
    await phone.button('Menu').tap()
    await phone.button('Actions for quill-large').tap()
    await expectRoom(phone)

    await page.goto(begun)
    await phone.waitForAnswer()
    await phone.button('More').tap()
    await page.getByRole('combobox', { name: 'Narrator' }).tap()
    await expectRoom(phone)
    await page.getByRole('option', { name: /quill-large/ }).tap()
    provider.script(streamText('A quill tells.'))
    await page.keyboard.press('Escape')
    await phone.sendAndWait('go on')
    await phone.waitForWords('A quill tells.')
  })

  test('the status panel fits', async ({ phone, begun }) => {
    await phone.page.goto(begun)
    await phone.button('More').tap()
    await phone.page.getByText('Text size').waitFor()
    await expectRoom(phone)
    await phone.page.getByText('Larger').tap()
    await expectRoom(phone)
  })
})

/** Nothing is wider than the screen, and everything can be hit with a thumb. */
async function expectRoom({ page }: Player): Promise<void> {
  expect(await measureOverflow(page)).toBe(0)
  expect(await findSmallTargets(page)).toEqual([])
}
