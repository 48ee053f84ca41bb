import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'

import { callFunction } from '../../play/callFunction.ts'
import { runTriggers } from '../../play/runTriggers.ts'
import type { EffectRecord } from '../../state/receipt.ts'
import { startState } from '../../state/storyState.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { worldOf } from '../../traits/worldOf.ts'
import { Coverage } from '../randomPlay/coverage.ts'
import { listRules } from './rule.ts'
import { playRun } from '../randomPlay/playRun.ts'

const GAMEBOOKS = new URL('../../../../gamebooks/example/', import.meta.url)

it.each(readdirSync(GAMEBOOKS))('every change in a play of %s is a recorded write', (folder) => {
  const gamebook = loadGamebook(readFileSync(new URL(`${folder}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8'))
  const rules = new Map(listRules(gamebook).map((rule) => [rule.id, rule]))
  let changes = 0
  for (let seed = 1; seed <= 20; seed += 1) {
    const start = worldOf(gamebook, startState(seed))
    let world = { ...start, state: runTriggers(start, ignore).state }
    const { steps } = playRun(gamebook, { seed, maxSteps: 100, mustEnd: false, coverage: new Coverage(gamebook) })
    for (const { function: name, args } of steps) {
      const { state, receipts } = callFunction(world, { function: name, args, by: 'tool' }, ignore)
      for (const receipt of receipts) {
        const rule = rules.get((receipt.function ?? receipt.trigger ?? '').replace('#reveal_when', ''))
        const changed = rule?.resets === true ? [] : changedFields(receipt)
        for (const field of changed) expect([...(rule?.writes ?? [])], receipt.action).toContain(field)
        changes += changed.length
      }
      world = { ...world, state }
    }
  }
  expect(changes).toBeGreaterThan(100)
})

const ignore = (): void => {}

function changedFields({ changes, effects = [] }: Pick<EffectRecord, 'changes' | 'effects'>): readonly string[] {
  return [...changes.map(({ entity, field }) => `${entity}.${field}`), ...effects.flatMap(changedFields)]
}
