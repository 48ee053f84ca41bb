import { createContext, useContext } from 'react'

export interface NavbarState {
  /** It stands beside the page; else it is a drawer that opens over it. */
  readonly isDocked: boolean
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
}

export const NavbarContext = createContext<NavbarState>({ isDocked: true, isOpen: false, setOpen: () => undefined })

export const useNavbar = (): NavbarState => useContext(NavbarContext)
