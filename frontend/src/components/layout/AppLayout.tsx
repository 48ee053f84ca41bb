import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'

import { useMediaQuery } from '../../hooks/useMediaQuery.ts'
import { layoutText } from '../../text/layout.ts'
import { NavigationContext } from '../common/navigationContext.ts'
import styles from './AppLayout.module.css'
import { Navbar } from './Navbar.tsx'
import { NavbarContext } from './navbarContext.ts'
import { NavbarDrawer } from './NavbarDrawer.tsx'

interface AppLayoutProps {
  readonly children: ReactNode
}

/** The navbar beside the page. On phones and next to a story it is a drawer. */
export function AppLayout({ children }: AppLayoutProps) {
  const [location] = useLocation()
  const [shown, setShown] = useState({ location, hasNavigated: false })
  const [isOpen, setOpen] = useState(false)
  const isWide = useMediaQuery('(min-width: 60em)')
  const isDocked = isWide && !location.startsWith('/sessions/')

  if (shown.location !== location) {
    setShown({ location, hasNavigated: true })
    setOpen(false)
  }

  return (
    <NavigationContext value={shown.hasNavigated}>
      <NavbarContext value={{ isDocked, isOpen: isOpen && !isDocked, setOpen }}>
        <div className={styles.layout} data-docked={isDocked || undefined}>
          <a className={styles.skip} href="#main">
            {layoutText('skipToMain')}
          </a>
          {isDocked ? (
            <div className={styles.dock}>
              <Navbar />
            </div>
          ) : (
            <NavbarDrawer />
          )}
          <div className={styles.page} inert={isOpen && !isDocked}>
            {children}
          </div>
        </div>
      </NavbarContext>
    </NavigationContext>
  )
}
