import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'

import { pressedKey } from '../../hooks/pressedKey.ts'
import { IconButton } from './buttons/IconButton.tsx'
import styles from './Disclosure.module.css'

interface DisclosureProps {
  readonly label: string
  readonly icon: ReactNode
  /** The panel fills the width of a phone. */
  readonly isWide?: boolean
  /** The content, which receives a function that closes the panel. */
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens a small panel. Escape, an outside click and moving the focus out close it. */
export function Disclosure({ label, icon, isWide = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)

  const handleKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== 'Escape' || !isOpen) return
    event.nativeEvent.stopImmediatePropagation()
    setOpen(false)
    button.current?.focus()
  }
  const handleBlur = (event: FocusEvent) => {
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }

  return (
    <div className={styles.disclosure} onKeyDown={handleKeyDown} onBlur={handleBlur}>
      <IconButton ref={button} aria-label={label} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {icon}
      </IconButton>
      {isOpen && (
        <>
          <div className={styles.elsewhere} onClick={() => setOpen(false)} />
          <div className={styles.panel} data-wide={isWide || undefined} role="group" aria-label={label}>
            {children(() => setOpen(false))}
          </div>
        </>
      )}
    </div>
  )
}
