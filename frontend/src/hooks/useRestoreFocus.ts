import { type RefObject, useEffect, useRef } from 'react'

/**
 * When the focused control leaves the page with what it belonged to, the focus goes to the last article or heading
 * there, from where Tab goes on.
 * @param change what may take a control away
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
    const places = container.current?.querySelectorAll<HTMLElement>('[data-focus-fallback]')
    places?.item(places.length - 1).focus({ preventScroll: true })
    lastFocused.current = null
  }, [container, change])
}
