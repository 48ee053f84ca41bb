import { type RefObject, useEffect, useRef } from 'react'

/**
 * When the focused control is removed from the page, moves the focus to the last article or heading, so Tab continues
 * from there.
 * @param change a value that changes when controls may be removed
 */
export function useRestoreFocus(container: RefObject<HTMLElement | null>, change: unknown): void {
  const lastFocused = useRef<Element | null>(null)

  useEffect(() => {
    const element = container.current
    const handleFocus = (event: FocusEvent) => {
      lastFocused.current = event.target instanceof Element ? event.target : null
    }
    element?.addEventListener('focusin', handleFocus)
    return () => element?.removeEventListener('focusin', handleFocus)
  }, [container])

  useEffect(() => {
    const isLost = document.activeElement === document.body && lastFocused.current?.isConnected === false
    if (!isLost) return
    const fallbacks = container.current?.querySelectorAll<HTMLElement>('[data-focus-fallback]')
    fallbacks?.item(fallbacks.length - 1).focus({ preventScroll: true })
    lastFocused.current = null
  }, [container, change])
}
