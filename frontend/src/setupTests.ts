import '@testing-library/jest-dom/vitest'

import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

/** jsdom has no layout, so elements never change their size. */
class ResizeObserverWithoutLayout implements ResizeObserver {
  observe(): void {
    return undefined
  }
  unobserve(): void {
    return undefined
  }
  disconnect(): void {
    return undefined
  }
}

/** Without layout, nothing is in view. */
class IntersectionObserverWithoutLayout implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  observe(): void {
    return undefined
  }
  unobserve(): void {
    return undefined
  }
  disconnect(): void {
    return undefined
  }
  takeRecords(): [] {
    return []
  }
}

globalThis.ResizeObserver = ResizeObserverWithoutLayout
globalThis.IntersectionObserver = IntersectionObserverWithoutLayout
window.scrollTo = () => undefined
window.scrollBy = () => undefined
Element.prototype.scrollIntoView = () => undefined
window.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: media.includes('min-width'),
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
})
