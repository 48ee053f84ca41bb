import { createContext, useContext } from 'react'

/** Whether the reader has changed the page since it was loaded. */
export const NavigationContext = createContext(false)

export const useHasNavigated = (): boolean => useContext(NavigationContext)
