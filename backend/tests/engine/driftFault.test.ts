import { expect, it, onTestFinished, vi } from 'vitest'

import { fakeModel, text } from '../support/fakeModel.ts'
import { startPlay } from './turnHarness.ts'

const FAULT = vi.hoisted(() => new Error('The check is on fire.'))

vi.mock('@llm-gamebook/story', async (importOriginal) => {
  const story = await importOriginal<typeof import('@llm-gamebook/story')>()
  const checkDrift: typeof story.checkDrift = () => {
    throw FAULT
  }
  return { ...story, checkDrift }
})

it('leaves an answer unchecked and complete if the check of drift fails', async () => {
  const play = await startPlay()
  onTestFinished(() => play.db.destroy())
  const path = await play.playTurn(fakeModel(text('You walk into the orchard.')), null)
  expect(path.at(-1)).toMatchObject({ status: 'done', driftFindings: null })
  expect(play.faults).toEqual([FAULT])
})
