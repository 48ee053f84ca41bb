import { type FocusEvent, type KeyboardEvent, type ReactNode, useState } from 'react'

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

/**
 * A button that opens a small panel. Escape, an outside click and moving the focus out close it. The focus returns to
 * the button if it was in the panel.
 */
export function Disclosure({ label, icon, isWide = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false)
  const [button, setButton] = useState<HTMLElement | null>(null)
  const [panel, setPanel] = useState<HTMLElement | null>(null)

  const close = () => {
    if (panel?.contains(document.activeElement) === true) button?.focus()
    setOpen(false)
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== 'Escape' || !isOpen) return
    event.nativeEvent.stopImmediatePropagation()
    close()
  }
  const handleBlur = (event: FocusEvent) => {
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }

  return (
    <div className={styles.disclosure} onKeyDown={handleKeyDown} onBlur={handleBlur}>
      <IconButton ref={setButton} aria-label={label} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {icon}
      </IconButton>
      {isOpen && (
        <>
          <div className={styles.elsewhere} onClick={close} />
          <div ref={setPanel} className={styles.panel} data-wide={isWide || undefined} role="group" aria-label={label}>
            {children(close)}
          </div>
        </>
      )}
    </div>
  )
}
