import type { Page } from 'playwright-core'

/** The number of pixels by which the page is wider than its window. */
export const measureOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

/** Every visible control that is too small to tap, with its size. */
export const findSmallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const SMALLEST_PX = 44
    const controls = document.querySelectorAll<HTMLElement>('a, button, summary, select, textarea, input')
    return [...controls].flatMap((control) => {
      const isBox = control instanceof HTMLInputElement && ['radio', 'checkbox', 'file'].includes(control.type)
      const label = isBox ? control.labels?.[0] : undefined
      const target = label ?? control
      const { left, right, top, bottom, width, height } = target.getBoundingClientRect()
      const isForReadersOnly = width <= 1 && height <= 1
      const isInSight = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && !isForReadersOnly
      const isShown = isInSight && target.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      const isLarge = Math.round(width) >= SMALLEST_PX && Math.round(height) >= SMALLEST_PX
      if (!isShown || isLarge) return []
      const name = control.ariaLabel ?? (target.textContent.trim() || control.tagName)
      return [`${name}: ${Math.round(width)}×${Math.round(height)}`]
    })
  })
