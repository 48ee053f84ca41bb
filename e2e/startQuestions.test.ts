import { AxeBuilder } from '@axe-core/playwright'
import { describe } from 'vitest'

import { expect, test } from './support/test.ts'
import { writeGamebook } from './support/writeGamebook.ts'

const LOG = `title: Das Logbuch
description: Ein Kutter, ein Name, ein Tag auf See.
author: A. Keeper
language: de
license: CC BY 4.0
content_warnings: [Ertrinken, eine tote Möwe]
entity_types:
  - name: Deck
    instructions: Where the captain walks.
    traits: [{name: graph, node_type_id: Spot}]
    entities: [{id: deck, node_ids: [bug, heck], functions: [{target: transition, name: walk}]}]
  - name: Spot
    instructions: The places of the ship.
    traits: [described, graph_node]
    entities:
      - {id: bug, name: Bug, description: "Man nennt dich {{ captain.called }}, {{ captain.rank }} der Möwe.", edges: [heck]}
      - {id: heck, name: Heck, description: Teer und Tau., edges: [bug]}
  - name: Crew
    instructions: The crew.
    fields:
      called: {type: text, default: Ahab, label: Dein Name, ask: start}
      rank: {type: text, values: [Kapitän, Maat], default: Kapitän, label: Dein Rang, ask: start}
      sea: {type: integer, default: 3, min: 0, max: 5, label: Die See, show: bar, caption: "Sie hat sich gedreht, und man hört sie."}
      wet: {type: boolean, label: Nass, show: icon}
      guests: {type: list, label: Gäste, show: list}
    entities: [{id: captain}]
`
const HOSTILE = '<img src=x onerror=alert(1)> {{ captain.rank }}'

describe('a gamebook that asks before the first page', () => {
  test('warns, asks, and starts with the answer, with the keyboard alone', async ({ player, server }) => {
    const { page } = player
    await writeGamebook(server, 'local/log', LOG)
    await page.goto('/gamebooks/local/log')
    const name = page.getByRole('textbox', { name: 'Dein Name' })
    await name.waitFor()
    expect(await page.getByRole('main').textContent()).toMatch(
      /Language: GermanLicense: CC BY 4\.0Content warnings: Ertrinken, eine tote Möwe.*Start/,
    )
    expect(await name.getAttribute('placeholder')).toBe('Ahab')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

    await name.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type(HOSTILE)
    await page.reload()
    expect(await name.inputValue()).toBe(HOSTILE)
    await name.press('Enter')
    await player.input.waitFor()
    await player.waitForWords(`Man nennt dich ${HOSTILE}, Maat der Möwe.`)
    const prose = player.lastAnswer.locator('[lang="de"]')
    expect(await prose.first().textContent()).toContain('Maat der Möwe')
    const status = page.getByRole('complementary', { name: 'Status' })
    expect(await status.textContent()).toBe('Die See3 of 5Sie hat sich gedreht, und man hört sie.')

    await player.waitForAnswer()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Start over' }).click()
    await page.getByText('2 of 2').waitFor()
    await player.waitForWords('Maat der Möwe.')
    await page.goto('/gamebooks/local/log')
    await name.waitFor()
    expect(await name.inputValue()).toBe('')
  })
})
