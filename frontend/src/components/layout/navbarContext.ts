import { createContext, useContext } from 'react'

export interface NavbarState {
  /** Whether it is beside the page; otherwise it is a drawer over the page. */
  readonly isDocked: boolean
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
}

export const NavbarContext = createContext<NavbarState>({ isDocked: true, isOpen: false, setOpen: () => undefined })

export const useNavbar = (): NavbarState => useContext(NavbarContext)
