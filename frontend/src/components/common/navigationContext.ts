import { createContext, useContext } from 'react'

/** Whether the reader has navigated inside the app. */
export const NavigationContext = createContext(false)

export const useHasNavigated = (): boolean => useContext(NavigationContext)
