import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** So near to the end counts as being there. */
const NEAR_PX = 64

interface FollowEnd {
  readonly isAtEnd: boolean
  readonly goToEnd: () => void
}

/**
 * Keeps the end of a growing page in sight for as long as the reader is there, and only then.
 * @param isHeld what comes now is for the reader to turn to: the page stays where it is
 */
export function useStickToBottom(content: RefObject<HTMLElement | null>, isHeld: boolean): FollowEnd {
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
    // Only who moves up leaves the end: new text puts it further away as well.
    const handleScroll = () => {
      const { scrollTop } = document.documentElement
      const isNear = distanceToEnd() < NEAR_PX
      if (isNear) follows.current = true
      else if (scrollTop < lastTop) follows.current = false
      lastTop = scrollTop
      setIsAtEnd(follows.current)
    }
    // Runs after layout and before paint, so following costs no layout of its own.
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
