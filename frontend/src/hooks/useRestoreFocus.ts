import { type RefObject, useEffect, useRef } from 'react'

/**
 * When the focused control is removed from the page, moves the focus to another control of its group
 * (`data-focus-group`), or else to the last article or heading, so Tab continues from there.
 * @param change a value that changes when controls may be removed
 */
export function useRestoreFocus(container: RefObject<HTMLElement | null>, change: unknown): void {
  const lastFocused = useRef<Element | null>(null)
  const lastGroup = useRef<Element | null>(null)

  useEffect(() => {
    const element = container.current
    const handleFocus = (event: FocusEvent) => {
      lastFocused.current = event.target instanceof Element ? event.target : null
      lastGroup.current = lastFocused.current?.closest('[data-focus-group]') ?? null
    }
    element?.addEventListener('focusin', handleFocus)
    return () => element?.removeEventListener('focusin', handleFocus)
  }, [container])

  useEffect(() => {
    const isLost = document.activeElement === document.body && lastFocused.current?.isConnected === false
    if (!isLost) return
    const neighbor =
      lastGroup.current?.isConnected === true ? lastGroup.current.querySelector<HTMLElement>(IN_GROUP) : null
    const fallbacks = container.current?.querySelectorAll<HTMLElement>('[data-focus-fallback]')
    const next = neighbor ?? fallbacks?.item(fallbacks.length - 1)
    lastFocused.current = null
    next?.focus({ preventScroll: true })
  }, [container, change])
}

const IN_GROUP = 'button, [data-focus-fallback]'
