import type { Page } from 'playwright-core'

export interface Focus {
  /** What a screen reader would call it, nearly. */
  readonly name: string
  /** It stands inside of the window, uncovered, and looks other than without the focus. */
  readonly isVisible: boolean
}

/** Null where the focus is nowhere. */
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
    const atCentre = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const isUncovered = atCentre !== null && (target.contains(atCentre) || atCentre.contains(target))

    const withFocus = look()
    focused.blur()
    const withoutFocus = look()
    focused.focus({ preventScroll: true })
    return {
      name: (focused.ariaLabel ?? label?.textContent ?? focused.textContent).trim(),
      isVisible: isUncovered && withFocus !== withoutFocus,
    }
  })

const MOST_STOPS = 40

/** Presses Tab until this has the focus; returns every stop on the way. */
export async function tabTo(page: Page, name: string): Promise<readonly Focus[]> {
  const stops: Focus[] = []
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab')
    const focus = await readFocus(page)
    if (focus === null) continue
    stops.push(focus)
    if (focus.name === name) return stops
  }
  throw new Error(`Tab does not lead to '${name}', only to: ${stops.map((stop) => stop.name).join(' | ')}`)
}
