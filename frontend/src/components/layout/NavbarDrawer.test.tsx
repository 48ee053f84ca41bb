import { act, renderHook, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Provider } from 'react-redux'
import { describe, expect, it, vi } from 'vitest'

import { useEscape } from '../../hooks/useEscape.ts'
import { createStore } from '../../store.ts'
import { renderPage } from '../../testSupport/renderPage.tsx'
import { stubServer } from '../../testSupport/stubServer.ts'
import { NavbarContext } from './navbarContext.ts'
import { NavbarDrawer } from './NavbarDrawer.tsx'

describe('Escape', () => {
  it('closes only the menu', async () => {
    stubServer(() => Response.json({ data: [] }))
    const setOpen = vi.fn()
    const onEscape = vi.fn()
    renderHook(() => useEscape(true, onEscape))
    renderPage(
      <Provider store={createStore()}>
        <NavbarContext value={{ isDocked: false, isOpen: true, setOpen }}>
          <NavbarDrawer />
        </NavbarContext>
      </Provider>,
    )
    expect(screen.getByRole('button', { name: 'Close the menu' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    expect(setOpen).toHaveBeenCalledExactlyOnceWith(false)
    expect(onEscape).not.toHaveBeenCalled()
  })

  it('is ignored during a composition and when it was handled already', () => {
    const onEscape = vi.fn()
    renderHook(() => useEscape(true, onEscape))
    const press = (init: KeyboardEventInit, isTaken = false) => {
      const event = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true, ...init })
      if (isTaken) event.preventDefault()
      act(() => {
        window.dispatchEvent(event)
      })
    }
    press({ isComposing: true })
    press({}, true)
    expect(onEscape).not.toHaveBeenCalled()
    press({})
    expect(onEscape).toHaveBeenCalledOnce()
  })
})
