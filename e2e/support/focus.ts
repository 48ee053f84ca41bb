import type { Page } from 'playwright-core'

export interface Focus {
  /** The approximate accessible name. */
  readonly name: string
  /** Whether it is inside the window, uncovered, and styled differently from its unfocused state. */
  readonly isVisible: boolean
}

/** The focused element; null if nothing has the focus. */
export const readFocus = (page: Page): Promise<Focus | null> =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || focused === document.body) return null
    const labels = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels : null
    const label = labels?.[0]
    // A hidden box is shown by its label, and the frame of a field may be the box around it.
    const isBox = focused instanceof HTMLInputElement && ['radio', 'checkbox', 'file'].includes(focused.type)
    const target = isBox && label ? label : focused
    const around = [focused, target, target.parentElement ?? target]

    const look = (): string =>
      around
        .map((element) => {
          const { outline, boxShadow, borderColor, backgroundColor, textDecoration } = getComputedStyle(element)
          return [outline, boxShadow, borderColor, backgroundColor, textDecoration].join()
        })
        .join()
    const { left, top, right, bottom } = target.getBoundingClientRect()
    const atCenter = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const isUncovered = atCenter !== null && (target.contains(atCenter) || atCenter.contains(target))

    const withFocus = look()
    focused.blur()
    const withoutFocus = look()
    focused.focus({ preventScroll: true })
    return {
      name: (focused.ariaLabel ?? label?.textContent ?? focused.textContent).trim(),
      isVisible: isUncovered && withFocus !== withoutFocus,
    }
  })

const MAX_STOPS = 40

/** Presses Tab until the named element has the focus; returns every stop on the way. */
export async function tabTo(page: Page, name: string): Promise<readonly Focus[]> {
  const stops: Focus[] = []
  while (stops.length < MAX_STOPS) {
    await page.keyboard.press('Tab')
    const focus = await readFocus(page)
    if (focus === null) continue
    stops.push(focus)
    if (focus.name === name) return stops
  }
  throw new Error(`Tab does not reach '${name}', only to: ${stops.map((stop) => stop.name).join(' | ')}`)
}
