import { createContext, useContext } from 'react'

/** The language of the gamebook that is played; undefined outside of a story. */
export const StoryLanguage = createContext<string | undefined>(undefined)

export const useStoryLanguage = (): string | undefined => useContext(StoryLanguage)
