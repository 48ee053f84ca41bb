import type { ReactNode } from 'react'

import { NavbarButton } from './NavbarButton.tsx'
import styles from './PageFrame.module.css'

interface PageFrameProps {
  readonly children: ReactNode
}

/** The frame of every page except the player. */
export function PageFrame({ children }: PageFrameProps) {
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <NavbarButton />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}
