import { onTestFinished, vi } from 'vitest'

/** Lets the test scroll an observed element into view, and out again. */
export function stubScrolling(): { readonly scrollTo: (isInView: boolean) => void } {
  const observers = new Set<IntersectionObserverCallback>()
  const observe = (isIntersecting: boolean) => {
    for (const notify of [...observers]) notify([{ isIntersecting }] as never, null as never)
  }
  class StubbedIntersectionObserver {
    readonly #notify: IntersectionObserverCallback
    constructor(notify: IntersectionObserverCallback) {
      this.#notify = notify
    }
    observe() {
      observers.add(this.#notify)
    }
    disconnect() {
      observers.delete(this.#notify)
    }
  }
  vi.stubGlobal('IntersectionObserver', StubbedIntersectionObserver)
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  return { scrollTo: observe }
}
