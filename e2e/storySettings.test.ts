import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { describe } from 'vitest'

import { streamText } from './support/answers.ts'
import { measureOverflow } from './support/layout.ts'
import { addNarrator } from './support/serverApi.ts'
import { expect, test } from './support/test.ts'
import { writeGamebook } from './support/writeGamebook.ts'

const AUTHORS = 'Vergangenheit, wie eine Erinnerung an einen langen Abend am Meer. '.repeat(6).trim()
const SHED = `title: The Shed
prompt: {tense: "${AUTHORS}", style: Dry.}
entity_types:
  - {name: Place, instructions: Places., traits: [described], entities: [{id: shed, name: Shed, description: A shed.}]}
`

async function expectWellBuilt(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  expect(await measureOverflow(page)).toBe(0)
}

/** Moves the focus to a control with Tab, and types. */
async function typeInto(page: Page, control: Locator, text: string): Promise<void> {
  await control.waitFor()
  for (let presses = 0; !(await control.evaluate((element) => element === document.activeElement)); presses += 1) {
    expect(presses).toBeLessThan(60)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type(text)
}

describe('story settings', () => {
  test('are chosen at the start and in the session, with the keyboard alone', async ({ player, server, provider }) => {
    const { page } = player
    provider.script(streamText('It began.'), streamText('I went on.'))
    await addNarrator(server, provider)
    await writeGamebook(server, 'local/shed', SHED)
    await page.goto('/gamebooks/local/shed')
    const field = (label: string) => page.getByLabel(label, { exact: true })
    const content = field('What to leave out or go easy on')
    const folded = page.locator('summary').filter({ hasText: 'Story settings' })
    await typeInto(page, folded, ' ')
    await page.getByText('Set by the author').first().waitFor()
    expect(await page.getByRole('main').textContent()).toContain(AUTHORS)
    expect(await field('Tense').count()).toBe(0)
    await typeInto(page, field('Person'), 'First')
    await typeInto(page, content, 'spiders')
    await expectWellBuilt(page)
    await page.reload()
    const narrator = page.getByRole('combobox', { name: 'Narrator' })
    await typeInto(page, narrator, 'Scripted')
    await page.keyboard.press('Enter')
    await player.button('Start').press('Enter')
    await player.waitForWords('It began.')

    await player.button('More').press('Enter')
    await page.getByRole('link', { name: 'Story settings' }).and(page.locator('header *')).press('Enter')
    await page.getByRole('heading', { name: 'Story settings', level: 1 }).waitFor()
    await content.waitFor()
    expect(await content.inputValue()).toBe('spiders')
    await typeInto(page, field('Dialogue'), 'A lot')
    await page.getByText('All changes are saved.').waitFor()
    await expectWellBuilt(page)
    await page.getByRole('link', { name: 'Back to the story' }).press('Enter')
    await player.sendAndWait('Go on.')
    expect(provider.requests[0]).toContain('- Person: first (\\"I\\")')
    expect(provider.requests[0]).toContain('- Leave out or go easy on: \\"spiders\\"')
    expect(provider.requests[1]).toContain('- Dialogue: much')
  })
})
