import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Closer than this to the end counts as the end. */
const NEAR_PX = 64

interface StickToBottom {
  readonly isAtEnd: boolean
  readonly goToEnd: () => void
}

/**
 * Keeps the end of a growing page visible while the reader is at the end.
 * @param isHeld stops following: the reader scrolls to the new content, such as an ending
 */
export function useStickToBottom(content: RefObject<HTMLElement | null>, isHeld: boolean): StickToBottom {
  const [isAtEnd, setIsAtEnd] = useState(true)
  const follows = useRef(true)

  const goToEnd = useCallback(() => {
    follows.current = true
    setIsAtEnd(true)
    scrollToEnd()
  }, [])

  useLayoutEffect(() => {
    if (isHeld) follows.current = false
  }, [isHeld])

  useEffect(() => {
    const element = content.current
    if (element === null) return undefined
    let lastTop = document.documentElement.scrollTop
    // Only scrolling up leaves the end. New text also increases the distance to it.
    const handleScroll = () => {
      const { scrollTop } = document.documentElement
      const isNear = distanceToEnd() < NEAR_PX
      if (isNear) follows.current = true
      else if (scrollTop < lastTop) follows.current = false
      lastTop = scrollTop
      setIsAtEnd(follows.current)
    }
    // Runs after layout and before paint, so following causes no extra layout.
    const growth = new ResizeObserver(() => {
      if (follows.current) scrollToEnd()
      else setIsAtEnd(distanceToEnd() < NEAR_PX)
    })
    growth.observe(element)
    window.addEventListener('scroll', handleScroll, { passive: true })
    return () => {
      growth.disconnect()
      window.removeEventListener('scroll', handleScroll)
    }
  }, [content])

  return { isAtEnd, goToEnd }
}

function distanceToEnd(): number {
  const { scrollHeight, scrollTop, clientHeight } = document.documentElement
  return scrollHeight - scrollTop - clientHeight
}

function scrollToEnd(): void {
  window.scrollTo(0, document.documentElement.scrollHeight)
}
