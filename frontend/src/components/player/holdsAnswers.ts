import { createContext, useContext } from 'react'

/** Whether an answer is shown only when it is complete, because it may be rewritten first. */
export const HoldsAnswers = createContext(false)

export const useHoldsAnswers = (): boolean => useContext(HoldsAnswers)
