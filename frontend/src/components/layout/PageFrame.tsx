import type { ReactNode } from 'react'

import { NavbarButton } from './NavbarButton.tsx'
import styles from './PageFrame.module.css'

interface PageFrameProps {
  /** Uses more of a wide window, for pages that are not read line by line. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** The frame of every page except the player. */
export function PageFrame({ isWide = false, children }: PageFrameProps) {
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <NavbarButton />
      </header>
      <main id="main" tabIndex={-1} className={styles.main} data-wide={isWide || undefined}>
        {children}
      </main>
    </div>
  )
}
