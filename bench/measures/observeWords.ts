import type { Page } from 'playwright-core'

export interface WordArrivals {
  /** When each marked word, `request.word`, came into the page, by the page's clock. */
  readonly at: Readonly<Record<string, number>>
  /** Durations of the tasks of more than 50 ms. */
  readonly longTasks: readonly number[]
}

declare global {
  interface Window {
    seenWords: { at: Record<string, number>; longTasks: number[] }
  }
}

/** Notes in the page when each marked word appears, whatever element it appears in. */
export const observeWords = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: Window['seenWords'] = { at: {}, longTasks: [] }
    window.seenWords = seen
    const tail = 80
    new PerformanceObserver((list) => seen.longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe(
      {
        type: 'longtask',
      },
    )
    new MutationObserver((mutations) => {
      const time = performance.now()
      for (const { target, addedNodes } of mutations) {
        for (const node of [target.nodeType === Node.TEXT_NODE ? target : null, ...addedNodes]) {
          for (const [, mark = ''] of (node?.textContent ?? '').slice(-tail).matchAll(/\(#(\d+\.\d+)\)/g))
            seen.at[mark] ??= time
        }
      }
    }).observe(document.documentElement, { subtree: true, childList: true, characterData: true })
  })

export const waitForWord = (page: Page, mark: string): Promise<unknown> =>
  page.waitForFunction((wanted) => wanted in window.seenWords.at, mark)

/** What was seen since the last call. */
export const readWordArrivals = (page: Page): Promise<WordArrivals> =>
  page.evaluate(() => {
    const seen = window.seenWords
    const copy = { at: { ...seen.at }, longTasks: [...seen.longTasks] }
    seen.at = {}
    seen.longTasks = []
    return copy
  })
