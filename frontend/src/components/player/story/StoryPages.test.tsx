import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { answer } from '../../../testSupport/builders.ts'
import { recordActions } from '../../../testSupport/recordActions.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import type { Message } from '../../../types/api.ts'
import { StoryPages } from './StoryPages.tsx'

/** An answer that counts how often it is rendered. */
function countedAnswer(number: number) {
  const { parts, ...message } = answer(`Answer ${number}.`, { id: `m${number}`, parentId: `m${number - 1}` })
  const counted = {
    ...message,
    reads: 0,
    get parts() {
      counted.reads += 1
      return parts
    },
  }
  return counted
}

const actions = recordActions()
const page = (messages: readonly Message[]) => <StoryPages messages={messages} actions={actions} />

describe('the messages of earlier pages', () => {
  const story = Array.from({ length: 90 }, (_, index) => countedAnswer(index))
  const countReads = () => story.slice(40, 80).map(({ reads }) => reads)

  it('do not render again while text arrives, nor when earlier messages are put above them', () => {
    const { rerender } = renderPage(page(story.slice(40)))
    const reads = countReads()
    const element = screen.getByText('Answer 50.')
    rerender(page([...story.slice(40, 89), answer('Answer 89 grows.', { id: 'm89' })]))
    expect(screen.getByText('Answer 89 grows.')).toBeVisible()
    rerender(page(story.slice(7)))
    expect(screen.getAllByRole('article')).toHaveLength(83)
    expect(countReads()).toEqual(reads)
    expect(screen.getByText('Answer 50.')).toBe(element)
  })
})
