import { expect, it, vi } from 'vitest'

import { IDOL } from '../../../story/src/testSupport/itemDestroy.ts'
import { createBuiltinNarrator } from '../../src/narrator/builtinNarrator.ts'
import { loadYaml, playGamebook } from './support/playGamebook.ts'

vi.mock('../../../story/src/actions/actions.ts', async (original) => {
  const table = await original<{ actions: object }>()
  const { itemDestroy } = await import('../../../story/src/testSupport/itemDestroy.ts')
  return { actions: { ...table.actions, 'item/destroy': itemDestroy } }
})

const play = (words: string) =>
  playGamebook(loadYaml(IDOL), [words], { model: createBuiltinNarrator({ wordDelayMs: 0 }) })

it('is understood by a verb of the descriptor, done and narrated', async () => {
  const { last } = await play('smash the idol')
  expect(last.calls).toEqual(['ruin {"item":"idol"}'])
  expect(last.lines).toContain('You destroyed the idol')
  expect(last.text).toContain('You destroy the idol.')
})

it('is suggested in the words of the descriptor', async () => {
  const { last } = await play('What can I do?')
  expect(last.text).toContain('destroy the idol')
})
