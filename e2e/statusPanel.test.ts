import { AxeBuilder } from '@axe-core/playwright'
import { describe } from 'vitest'

import { callTool, streamText } from './support/answers.ts'
import { BELFRY } from './support/belfry.ts'
import { findSmallTargets, measureOverflow } from './support/layout.ts'
import { addNarrator, createSession } from './support/serverApi.ts'
import { expect, test as base } from './support/test.ts'
import { writeGamebook } from './support/writeGamebook.ts'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

const test = base.extend('belfry', async ({ server, provider }) => {
  await writeGamebook(server, BELFRY.id, BELFRY.source)
  provider.script(streamText('Straw, and a light above.'))
  return createSession(server, BELFRY.id, await addNarrator(server, provider))
})

describe('the status panel', () => {
  test('updates during an answer, with receipts, and after Undo', async ({ player, belfry, provider }) => {
    const { page } = player
    const standing = page.getByRole('complementary', { name: 'Status' })
    const luck = standing.getByRole('meter', { name: 'Luck' }).first()
    await page.goto(belfry)
    await player.waitForAnswer()
    await standing.getByText('Day 1, 21:00').waitFor()
    expect(await luck.textContent()).toBe('Luck5 of 6')
    expect(await standing.getByRole('heading').allTextContents()).toEqual(['Inventory 1 of 3'])
    expect(await standing.textContent()).not.toContain('Ghost')
    const atFirst = await standing.textContent()

    provider.script(
      callTool('take', { item: 'lantern' }),
      callTool('try_the_door', {}),
      callTool('wait', '{"minutes":90}'),
      streamText('The door holds.'),
    )
    await player.sendAndWait('take the lantern and try the door till I am cold')
    await player.waitForWords('The door holds.')
    expect(await luck.textContent()).toBe('Luck3 of 6')
    await standing.getByText('Day 1, 22:30').waitFor()
    await standing.getByText('Storm lantern').waitFor()
    expect(await standing.getByRole('heading').allTextContents()).toEqual(['Apprentice', 'Ghost', 'Inventory 2 of 3'])
    expect(await standing.getByText('Changed:').count()).toBe(5)
    const after = await standing.textContent()

    const receipt = player.lastAnswer.locator('details').filter({ hasText: 'against 14: failure' })
    await receipt.locator('summary').focus()
    await page.keyboard.press('Enter')
    await receipt.getByText(/^\d+ against 14$/).waitFor()
    expect(await receipt.textContent()).toMatch(/2d6: \d \+ \d \+ 1 = \d+ against 14: failure/)
    expect(await player.lastAnswer.textContent()).not.toContain('apprentice.luck')

    expect(await player.lastAnswer.getByText('state/add, triggered by apprentice#hurt').count()).toBe(0)
    await player.button('Display settings').click()
    await page.getByText('Author view', { exact: true }).click()
    expect(await receipt.textContent()).toContain('apprentice.luck: 5 → 3')
    await receipt.getByText('apprentice.luck > 0').waitFor()
    await player.lastAnswer.locator('summary').getByText('state/add, triggered by apprentice#hurt').waitFor()

    await page.reload()
    await player.waitForWords('The door holds.')
    expect(await standing.textContent()).toBe(after)
    await player.button('Undo').click()
    await standing.getByText('Day 1, 21:00').waitFor()
    expect(await standing.textContent()).toBe(atFirst)
    await player.button('Redo').click()
    await standing.getByText('Day 1, 22:30').waitFor()
    expect(await standing.textContent()).toBe(after)

    provider.script(callTool('climb', { to: 'stair' }), callTool('climb', { to: 'loft' }), streamText('You ring it.'))
    await player.sendAndWait('up to the bell')
    await player.ending.waitFor()
    expect(await player.ending.textContent()).toBe('The bell rings')
  })

  test.for(['light', 'dark'] as const)(
    'is a sheet below a strip on a phone, in %s',
    async (colorScheme, { enter, belfry, provider }) => {
      const phone = await enter({ ...PHONE, colorScheme, reducedMotion: 'reduce' })
      const { page } = phone
      await page.goto(belfry)
      await phone.waitForAnswer()
      provider.script(callTool('try_the_door', {}), streamText('The door holds.'))
      await phone.sendAndWait('try the door')
      await phone.waitForWords('The door holds.')
      await phone.lastAnswer.locator('summary').first().tap()
      await page.getByRole('button', { name: /^Status/ }).tap()
      const standing = page.getByRole('dialog', { name: 'Status' })
      expect(await standing.getByRole('meter', { name: 'Luck' }).first().textContent()).toBe('Luck3 of 6')
      expect(await measureOverflow(page)).toBe(0)
      expect(await findSmallTargets(page)).toEqual([])
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      await page.keyboard.press('Escape')
      await standing.waitFor({ state: 'detached' })
    },
  )
})
