import type { Page } from 'playwright-core'

/** Records what no page may do: log warnings or errors, throw, contact another host, open a dialog. */
export interface PageWatch {
  readonly faults: readonly string[]
  /** Ignores an error that the test causes on purpose. */
  allow(fault: RegExp): void
}

export function watchPage(page: Page, address: string): PageWatch {
  const seen: string[] = []
  const allowed: RegExp[] = []

  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      seen.push(`${message.type()}: ${message.text()} (${message.location().url})`)
    }
  })
  page.on('pageerror', (error) => seen.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`)) seen.push(`foreign request: ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })

  return {
    get faults() {
      return seen.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))
    },
    allow: (fault) => allowed.push(fault),
  }
}
