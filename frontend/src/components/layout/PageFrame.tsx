import type { ReactNode } from 'react'

import { NavbarButton } from './NavbarButton.tsx'
import styles from './PageFrame.module.css'

interface PageFrameProps {
  readonly children: ReactNode
}

/** Every page but the player's. */
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
