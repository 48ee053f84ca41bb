import { describe } from 'vitest'

import { expect, test } from './support/test.ts'

/** To "Given Away". */
const WALK = [
  'yes, it can',
  'I take the shadow and go into the fitting room',
  'ask Nell about the hand',
  'I think I would',
  'go back out to the shop',
  'ask Mr. Dunn about the missing hand',
  'draw the curtain',
]

describe('a first visit', () => {
  test('plays the first gamebook from two clicks to an ending, and finds it again later', async ({ player }) => {
    const { page } = player
    await player.openLibrary()
    await page.getByRole('link', { name: 'Open the gamebook' }).click()
    await player.button('Start').click()
    await player.waitForAnswer()
    expect(await player.lastAnswer.textContent()).toContain('Built-in narrator · no AI')

    for (const words of WALK) await player.sendAndWait(words)
    await player.ending.waitFor()
    expect(await player.ending.textContent()).toBe('Given Away')
    await page.getByText('1 of 3 endings found').waitFor()
    expect(await player.input.count()).toBe(0)
    const story = await player.readStory()
    expect(story).toHaveLength(1 + 2 * WALK.length)

    await page.reload()
    await player.ending.waitFor()
    expect(await player.ending.textContent()).toBe('Given Away')
    expect(await player.readStory()).toEqual(story)

    await page.getByRole('link', { name: 'Back to the gamebook' }).click()
    await page.getByText('1 of 3 found').waitFor()
    await page.getByText('Ended: Given Away').waitFor()
  })

  test('shows what is possible when the narrator does not understand', async ({ player }) => {
    await player.startStory('The Library at Low Water')
    await player.sendAndWait('ask the moon for a dance')
    await player.page.getByRole('button', { name: /along the footprints to the gate/ }).waitFor()
    await player.waitForPlace('Sand road')
  })

  test('shows every shipped gamebook with its cover', async ({ player }) => {
    await player.openLibrary()
    const covers = player.page.getByRole('main').locator('img')
    expect(
      await player.page
        .getByRole('heading', { level: 2 })
        .or(player.page.getByRole('heading', { level: 3 }))
        .allTextContents(),
    ).toEqual(
      expect.arrayContaining([
        'A Shadow by Six',
        'The Library at Low Water',
        'The Thirteenth Cup',
        'What the Parrot Said',
      ]),
    )
    expect(
      await covers.evaluateAll((images: HTMLImageElement[]) => Promise.all(images.map((image) => image.decode()))),
    ).toHaveLength(4)
  })
})
