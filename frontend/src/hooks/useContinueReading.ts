import { useCallback, useEffect, useState } from 'react'

import { measureNewestTurn, measureView, type ReadingArea } from './useReadingArea.ts'

/** What is hidden below the window counts from this height: less is only the margin or the actions of an answer. */
const HIDDEN_PX = 64
/** The last lines of a screen are repeated at the top of the next one. */
const REPEATED_PX = 64

interface ContinueReading {
  /** Part of the story is below the window. */
  readonly isMoreBelow: boolean
  /** Scrolls by one screen, or to the newest turn if that is further down. */
  readonly continueReading: () => void
}

export function useContinueReading(area: ReadingArea): ContinueReading {
  const [isMoreBelow, setMoreBelow] = useState(false)

  useEffect(() => {
    const content = area.content.current
    const footer = area.footer.current
    if (content === null || footer === null) return undefined
    const measure = () => {
      const { bottom } = content.getBoundingClientRect()
      setMoreBelow(bottom - measureView(area).bottom > HIDDEN_PX)
    }
    // Its callback runs after layout, so measuring causes no layout.
    const observer = new ResizeObserver(measure)
    observer.observe(content)
    observer.observe(footer)
    window.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', measure)
    }
  }, [area])

  const continueReading = useCallback(() => {
    const content = area.content.current
    if (content === null) return
    const view = measureView(area)
    const turn = measureNewestTurn(content)
    const isEarlier = turn !== null && turn.top > view.bottom
    const distance = isEarlier ? turn.top - view.top : view.bottom - view.top - REPEATED_PX
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    window.scrollBy({ top: distance, behavior: isStill || isEarlier ? 'instant' : 'smooth' })
  }, [area])

  return { isMoreBelow, continueReading }
}
