import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react'

import { pressedKey } from '../../../hooks/pressedKey.ts'
import { playerText } from '../../../text/player.ts'
import { IconButton } from '../../common/buttons/IconButton.tsx'
import styles from './StatusSheet.module.css'

interface StatusSheetProps {
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A finger that has pulled the grip this far down closes the sheet, in pixels. */
const PULL_PX = 48

/** The status panel over the inert page. The focus moves into it, stays there, and goes back when it closes. */
export function StatusSheet({ onClose, children }: StatusSheetProps) {
  const dialog = useRef<HTMLDivElement>(null)
  const pulledFrom = useRef<number | null>(null)

  useEffect(() => {
    const before = document.activeElement
    dialog.current?.querySelector('button')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])

  const handleKeyDown = (event: KeyboardEvent) => {
    const key = pressedKey(event)
    if (key === 'Escape') {
      event.nativeEvent.stopImmediatePropagation()
      onClose()
    }
    if (key !== 'Tab') return
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('button, summary, a[href]') ?? [])]
    const from = event.shiftKey ? stops[0] : stops.at(-1)
    if (document.activeElement !== from) return
    event.preventDefault()
    ;(event.shiftKey ? stops.at(-1) : stops[0])?.focus()
  }
  const handlePull = (event: PointerEvent) => {
    if (pulledFrom.current !== null && event.clientY - pulledFrom.current > PULL_PX) onClose()
  }
  return (
    <div className={styles.cover} onKeyDown={handleKeyDown}>
      <div className={styles.veil} onClick={onClose} />
      <div ref={dialog} className={styles.sheet} role="dialog" aria-modal="true" aria-label={playerText('status')}>
        <div
          className={styles.head}
          onPointerDown={(event) => {
            pulledFrom.current = event.clientY
          }}
          onPointerMove={handlePull}
          onPointerUp={() => {
            pulledFrom.current = null
          }}
        >
          <span className={styles.grip} aria-hidden="true" />
          <h2 className={styles.title}>{playerText('status')}</h2>
          <IconButton aria-label={playerText('panel.close')} onClick={onClose}>
            <IconX size={20} stroke={1.5} />
          </IconButton>
        </div>
        <div className={styles.content}>{children}</div>
      </div>
    </div>
  )
}
