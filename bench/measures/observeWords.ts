import type { Page } from 'playwright-core'

export interface WordArrivals {
  /** When each marked word, `request.word`, appeared on the page, by the page's clock. */
  readonly at: Readonly<Record<string, number>>
  /** The durations of tasks longer than 50 ms. */
  readonly longTasks: readonly number[]
}

declare global {
  interface Window {
    wordArrivals: { at: Record<string, number>; longTasks: number[] }
  }
}

/** Records in the page when each marked word appears in any element. */
export const observeWords = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const arrivals: Window['wordArrivals'] = { at: {}, longTasks: [] }
    window.wordArrivals = arrivals
    const tail = 80
    new PerformanceObserver((list) =>
      arrivals.longTasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({
      type: 'longtask',
    })
    new MutationObserver((mutations) => {
      const time = performance.now()
      for (const { target, addedNodes } of mutations) {
        for (const node of [target.nodeType === Node.TEXT_NODE ? target : null, ...addedNodes]) {
          for (const [, mark = ''] of (node?.textContent ?? '').slice(-tail).matchAll(/\(#(\d+\.\d+)\)/g))
            arrivals.at[mark] ??= time
        }
      }
    }).observe(document.documentElement, { subtree: true, childList: true, characterData: true })
  })

export const waitForWord = (page: Page, mark: string): Promise<unknown> =>
  page.waitForFunction((key) => key in window.wordArrivals.at, mark)

/** The arrivals since the last call. */
export const readWordArrivals = (page: Page): Promise<WordArrivals> =>
  page.evaluate(() => {
    const arrivals = window.wordArrivals
    const copy = { at: { ...arrivals.at }, longTasks: [...arrivals.longTasks] }
    arrivals.at = {}
    arrivals.longTasks = []
    return copy
  })
