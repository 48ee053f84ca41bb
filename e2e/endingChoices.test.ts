import { AxeBuilder } from '@axe-core/playwright'
import { describe } from 'vitest'

import { findSmallTargets, measureOverflow } from './support/layout.ts'
import { expect, FIRST_BOOK, test } from './support/test.ts'

describe.for([
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const)('the page of an ending, $width pixels wide', ({ width, colorScheme }) => {
  test('leads to another path with the keyboard, and the ending stays', async ({ enter }) => {
    const options = { viewport: { width, height: 800 }, colorScheme, hasTouch: width < 400 }
    const player = await enter({ ...options, reducedMotion: 'reduce' })
    const { page } = player
    await player.startStory(FIRST_BOOK.title)
    for (const words of FIRST_BOOK.walk) await player.sendAndWait(words)
    await player.ending.waitFor()
    const plates = page.getByRole('list', { name: 'Endings of this gamebook' })
    await plates.getByText('found now').waitFor()
    expect(await plates.getByText(FIRST_BOOK.ending).count()).toBe(1)
    const paths = page.getByRole('region', { name: 'Try another path' })
    await paths.waitFor()
    expect(await paths.getByRole('listitem').count()).toBe(3)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(await measureOverflow(page)).toBe(0)
    await paths.getByRole('button').first().scrollIntoViewIfNeeded()
    if (width < 400) expect(await findSmallTargets(page)).toEqual([])

    await paths.getByRole('button', { name: 'From here: Workroom' }).first().focus()
    await page.keyboard.press('Enter')
    await player.input.waitFor()
    await player.waitForPlace('Workroom')
    await player.ending.waitFor({ state: 'detached' })
    await player.button('Redo').click()
    await player.ending.waitFor()
  })
})
