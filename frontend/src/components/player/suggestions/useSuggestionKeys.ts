import { type RefObject, useEffect } from 'react'

import { pressedKey } from '../../../hooks/pressedKey.ts'

/** Outside of a text field, a digit moves the focus to the suggestion with this number, and Enter does it. */
export function useSuggestionKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const handleKeyDown = (event: KeyboardEvent) => {
      const key = pressedKey(event)
      if (key === null || !/^\d$/.test(key) || event.defaultPrevented) return
      if (event.ctrlKey || event.metaKey || event.altKey || isForOthers(event.target)) return
      const chip = container.current?.querySelector<HTMLElement>(`[data-number="${key}"]`)
      if (chip == null) return
      event.preventDefault()
      chip.focus()
    }
    document.addEventListener('keydown', handleKeyDown)
    return () => document.removeEventListener('keydown', handleKeyDown)
  }, [container])
}

/** Text fields, lists and dialogs have a use for digits themselves. */
function isForOthers(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, dialog, [role="dialog"], [role="listbox"], [role="menu"]') !== null
  )
}
