import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { renderPage } from '../../../testSupport/renderPage.tsx'
import { StoryLanguage } from '../storyLanguage.ts'
import { Prose } from './Prose.tsx'

const shownText = (container: HTMLElement) => container.querySelector('[data-prose]')?.textContent

describe('Prose', () => {
  it('renders paragraphs, emphasis and breaks', () => {
    const { container } = renderPage(<Prose text={'She *said* so.\n\n***\n\n**Nobody** came.'} isLive={false} />)
    expect(container.querySelectorAll('p')).toHaveLength(2)
    expect(container.querySelectorAll('svg')).toHaveLength(1)
    expect(screen.getByText('said').tagName).toBe('EM')
    expect(screen.getByText('Nobody').tagName).toBe('STRONG')
  })

  it('is in the language of the gamebook', () => {
    const { container } = renderPage(
      <StoryLanguage value="de">
        <Prose text="Das Wasser steigt." isLive={false} />
      </StoryLanguage>,
    )
    expect(container.querySelector('[data-prose]')).toHaveAttribute('lang', 'de')
  })

  it('shows HTML as text', () => {
    const html = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    const { container } = renderPage(<Prose text={html} isLive={false} />)
    expect(container.querySelector('script, img')).toBeNull()
    expect(shownText(container)).toBe(html)
  })

  it('shows the same text during and after streaming', () => {
    const text = Array.from({ length: 230 }, (_, index) => (index % 9 === 0 ? `*word${index}*` : `word${index}`)).join(
      ' ',
    )
    const { container, rerender } = renderPage(<Prose text="" isLive />)
    for (let length = 0; length <= text.length; length += 97) {
      rerender(<Prose text={text.slice(0, length)} isLive />)
      expect(shownText(container)?.replaceAll('*', '')).toBe(text.slice(0, length).replaceAll('*', '').trim())
    }
    rerender(<Prose text={text} isLive={false} />)
    expect(shownText(container)).toBe(text.replaceAll('*', ''))
  })

  it('uses few elements for a long growing paragraph', () => {
    const { container } = renderPage(<Prose text={'word '.repeat(2000)} isLive />)
    expect(container.querySelectorAll('span').length).toBeLessThan(60)
  })
})
