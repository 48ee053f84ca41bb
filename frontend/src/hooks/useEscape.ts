import { useEffect } from 'react'

import { pressedKey } from './pressedKey.ts'

/** Calls back on Escape, wherever the focus is. An open panel or list handles Escape first and prevents the callback. */
export function useEscape(isActive: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!isActive) return undefined
    const handleKeyDown = (event: KeyboardEvent) => {
      if (pressedKey(event) === 'Escape' && !event.defaultPrevented) onEscape()
    }
    window.addEventListener('keydown', handleKeyDown)
    return () => window.removeEventListener('keydown', handleKeyDown)
  }, [isActive, onEscape])
}
