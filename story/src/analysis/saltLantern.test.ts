import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { checkGamebook } from './checkGamebook.ts'
import { formatStep } from './steps/step.ts'

const source = readFileSync(new URL('../testSupport/salt-lantern.yaml', import.meta.url))

/**
 * Each of these was looked up in the gamebook by hand and is true. Its beats "ENDING. …" are no endings for the engine:
 * the story ends at dawn by a trigger, unless the dark lamp has ended before, and then never. Nothing can raise the
 * ferryman's trust, which `advance_ferryman_debt` asks for. The tide pools are hidden at dusk, and their exits are not.
 */
it('reports exactly the true findings of the salt lantern', () => {
  const { diagnostics, findings, explored } = checkGamebook(source)
  expect(diagnostics).toEqual([])
  expect(explored?.isWhole).toBe(true)
  expect(findings.map(({ severity, code, line, message }) => `${severity} ${code} ${line}: ${message}`))
    .toMatchInlineSnapshot(`
      [
        "note description-without-when 40: The description of the function "advance_dark_lamp" doesn't say when to call it.",
        "warning soft-lock 40: After advance_dark_lamp(to: keeper_s_bargain), no ending can be reached. In total, 8 states of the story are like this, apart from differences that don't matter here.",
        "warning soft-lock 40: After advance_dark_lamp(to: light_restored), no ending can be reached. In total, 8 states of the story are like this, apart from differences that don't matter here.",
        "warning soft-lock 40: After advance_dark_lamp(to: rock_in_darkness), no ending can be reached. In total, 8 states of the story are like this, apart from differences that don't matter here.",
        "warning soft-lock 40: After advance_dark_lamp(to: oil_found), no ending can be reached. In total, 8 states of the story are like this, apart from differences that don't matter here.",
        "note description-without-when 54: The description of the function "advance_drowned_choir" doesn't say when to call it.",
        "warning function-of-hidden-graph 54: The function "advance_drowned_choir" is offered even while "the_drowned_choir" is hidden.",
        "note description-without-when 68: The description of the function "advance_ferryman_debt" doesn't say when to call it.",
        "warning function-never-offered 68: The function "advance_ferryman_debt" is never offered.",
        "warning unreached-node 127: The node "debt_confessed" of "ferryman_debt" can't be reached.",
        "warning unreached-node 130: The node "debt_paid" of "ferryman_debt" can't be reached.",
        "warning hidden-node-entered 203: The player can be at "tide_pools" while it is hidden, so the story can't say where the player is.",
        "note description-without-when 218: The description of the function "advance_time" doesn't say when to call it.",
        "warning function-of-hidden-graph 248: The function "update_oil_can" is offered even while "the_oil_can" is hidden.",
        "warning soft-lock 253: After update_lamp(to: lamp_lit), no ending can be reached. In total, 8 states of the story are like this, apart from differences that don't matter here.",
        "note field-never-changes 282: "player.has_sung" is read, but it is always false: nothing sets it.",
        "note field-never-read 285: The field "can_stay" of "player" is never read and never shown to anyone.",
        "note field-never-read 286: The field "share" of "player" is never read and never shown to anyone.",
        "note field-never-read 315: The field "motto" of "ledger" is never read and never shown to anyone.",
        "note field-never-read 316: The field "is_veteran" of "ledger" is never read and never shown to anyone.",
        "note field-never-read 317: The field "score" of "ledger" is never read and never shown to anyone.",
      ]
    `)
  expect(findings.filter(({ code }) => code === 'soft-lock').map(({ witness }) => witness?.map(formatStep).join('; ')))
    .toMatchInlineSnapshot(`
      [
        "advance_dark_lamp(to: keeper_missing); advance_dark_lamp(to: log_book_read); advance_dark_lamp(to: keeper_s_bargain)",
        "advance_dark_lamp(to: keeper_missing); advance_dark_lamp(to: oil_found); advance_dark_lamp(to: light_restored)",
        "advance_dark_lamp(to: keeper_missing); advance_dark_lamp(to: oil_found); advance_dark_lamp(to: rock_in_darkness)",
        "advance_dark_lamp(to: keeper_missing); update_lamp(to: lamp_lit); advance_dark_lamp(to: oil_found)",
        "advance_dark_lamp(to: keeper_missing); advance_dark_lamp(to: oil_found); update_lamp(to: lamp_lit)",
      ]
    `)
})
