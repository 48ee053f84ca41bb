import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'

import { findAccessibilityViolations } from '../../../testSupport/findAccessibilityViolations.ts'
import { renderPage } from '../../../testSupport/renderPage.tsx'
import { stubScrolling } from '../../../testSupport/stubScrolling.ts'
import { EarlierMessages } from './EarlierMessages.tsx'

const unreachable = { code: 'server-unreachable', detail: 'Can’t reach the server.', hint: 'Try again.' }

function show() {
  const { scrollTo } = stubScrolling()
  const onLoad = vi.fn()
  const element = (change: { isLoading?: boolean; error?: typeof unreachable } = {}) => (
    <EarlierMessages isLoading={false} error={null} onLoad={onLoad} {...change} />
  )
  const { container, rerender } = renderPage(element())
  const change = (props: Parameters<typeof element>[0]) => rerender(element(props))
  return { change, container, onLoad, scrollTo, user: userEvent.setup() }
}

describe('the start of the loaded messages', () => {
  it('loads earlier ones when the reader comes near', () => {
    const { onLoad, scrollTo } = show()
    act(() => scrollTo(false))
    expect(onLoad).not.toHaveBeenCalled()
    act(() => scrollTo(true))
    expect(onLoad).toHaveBeenCalledOnce()
  })

  it('loads them with the keyboard, once, and keeps the focus', async () => {
    const { change, container, onLoad, scrollTo, user } = show()
    await user.tab()
    expect(screen.getByRole('button', { name: 'Show earlier messages' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(onLoad).toHaveBeenCalledOnce()
    change({ isLoading: true })
    expect(screen.getByRole('button', { name: 'Loading earlier messages…' })).toHaveFocus()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.keyboard('{Enter}')
    act(() => scrollTo(true))
    expect(onLoad).toHaveBeenCalledOnce()
  })

  it('says why it failed, and tries again only on request', async () => {
    const { change, container, onLoad, scrollTo, user } = show()
    await user.tab()
    change({ error: unreachable })
    expect(screen.getByRole('alert')).toHaveTextContent('Can’t reach the server.')
    act(() => scrollTo(true))
    expect(onLoad).not.toHaveBeenCalled()
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus()
    expect(await findAccessibilityViolations(container)).toEqual([])
    await user.keyboard('{Enter}')
    expect(onLoad).toHaveBeenCalledOnce()
  })
})
