import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'

import { answer } from '../../../testSupport/builders.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import type { Message } from '../../../types/api.ts'
import { StoryLanguage } from '../storyLanguage.ts'
import { StoryAnnouncer } from './StoryAnnouncer.tsx'

const announcer = (message: Message) => (
  <StoryLanguage value="de">
    <StoryAnnouncer messages={[message]} />
  </StoryLanguage>
)

it('announces sentences of the story in its language, and those of the app in the language of the app', () => {
  const { rerender } = renderPage(announcer(answer('Das Wasser', { status: 'streaming' })))
  rerender(announcer(answer('Das Wasser steigt. Bald', { status: 'stopped' })))
  const lines = [...screen.getByRole('log').children].map((line) => [line.getAttribute('lang'), line.textContent])
  expect(lines.at(0)).toEqual(['de', 'Das Wasser steigt.'])
  expect(lines.at(-1)?.at(0)).toBeNull()
})
