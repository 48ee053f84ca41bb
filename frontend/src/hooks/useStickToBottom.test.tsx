import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { useStickToBottom } from './useStickToBottom.ts'

/** A page of 2000 px in a window of 500, which jsdom does not lay out by itself. */
const page = { height: 2000, top: 1500 }
let grow: () => void

beforeEach(() => {
  Object.assign(page, { height: 2000, top: 1500 })
  const root = document.documentElement
  vi.spyOn(root, 'clientHeight', 'get').mockReturnValue(500)
  vi.spyOn(root, 'scrollHeight', 'get').mockImplementation(() => page.height)
  vi.spyOn(root, 'scrollTop', 'get').mockImplementation(() => page.top)
  vi.spyOn(window, 'scrollTo').mockImplementation(() => scroll(page.height - 500))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(onResize: () => void) {
        grow = onResize
      }
      observe = vi.fn()
      disconnect = vi.fn()
    },
  )
  return () => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  }
})

function scroll(top: number) {
  page.top = top
  window.dispatchEvent(new Event('scroll'))
}

function growBy(pixels: number) {
  page.height += pixels
  act(() => grow())
}

const column = { current: document.createElement('div') }
const show = (isHeld = false) =>
  renderHook(({ held }) => useStickToBottom(column, held), { initialProps: { held: isHeld } })

describe('the end of a growing page', () => {
  it('stays in view at the bottom', () => {
    const { result } = show()
    growBy(300)
    expect(page.top).toBe(1800)
    expect(result.current.isAtEnd).toBe(true)
  })

  it('is not followed after scrolling up', () => {
    const { result } = show()
    act(() => scroll(900))
    growBy(300)
    expect(page.top).toBe(900)
    expect(result.current.isAtEnd).toBe(false)
  })

  it('is followed again after scrolling back', () => {
    show()
    act(() => scroll(900))
    act(() => scroll(1480))
    growBy(300)
    expect(page.top).toBe(1800)
  })

  it('is kept when text arrives before the page can scroll', () => {
    show()
    page.height += 200
    act(() => scroll(1500))
    act(() => grow())
    expect(page.top).toBe(1700)
  })

  it('is not followed while it is held', () => {
    const { result, rerender } = show()
    rerender({ held: true })
    growBy(800)
    expect(page.top).toBe(1500)
    act(() => result.current.goToEnd())
    expect(page.top).toBe(2300)
  })
})
