import { expect, it } from 'vitest'

import { message, textPart } from '../../../testSupport/builders.ts'
import type { Part } from '../../../types/api.ts'
import { announce, NOTHING_SPOKEN } from './announcements.ts'

const OPENED = textPart('You open the door. It creaks. ')

function read(...states: readonly (readonly Part[])[]): readonly string[] {
  let spoken = NOTHING_SPOKEN
  return states.flatMap((parts) => {
    const news = announce(spoken, [message({ status: 'streaming', parts: [...parts] })])
    spoken = news.spoken
    return news.lines.map(({ text }) => text)
  })
}

it('goes on with what replaces text that was taken back', () => {
  const withdrawn = { ...OPENED, withdrawn: 'refused-call' } as const
  const locked = textPart('You open nothing. The door is locked. You wait', 'b')
  expect(read([OPENED], [withdrawn], [withdrawn, locked])).toEqual([
    'You open the door.',
    'You open nothing.',
    'The door is locked.',
  ])
})

it('does not repeat what came before it', () => {
  const before = textPart('Rain. ', 'before')
  const withdrawn = { ...OPENED, withdrawn: 'refused-call' } as const
  const locked = textPart('You open nothing. You wait', 'b')
  expect(read([before, OPENED], [before, withdrawn, locked])).toEqual([
    'Rain.',
    'You open the door.',
    'You open nothing.',
  ])
})

it('goes on after a part that was shortened', () => {
  const kept = textPart('A bell.')
  const end = { ...textPart('Ding. Ding. ', 'end'), withdrawn: 'loop' } as const
  const next = textPart('Silence. It', 'next')
  expect(read([textPart('A bell. Ding. Ding. ')], [kept, end], [kept, end, next])).toEqual([
    'A bell.',
    'Ding.',
    'Silence.',
  ])
})
