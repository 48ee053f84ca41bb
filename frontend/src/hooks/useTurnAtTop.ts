import { useEffect, useLayoutEffect, useRef } from 'react'

import { measureNewestTurn, measureView, type ReadingArea } from './useReadingArea.ts'

/** Space above a turn, in pixels. */
const MARGIN_PX = 20
/** How much of the window a long message may fill above its answer. */
const MESSAGE_SHARE = 0.3

interface NewestTurn {
  readonly id: string | undefined
  /** The player has just sent its message here. */
  readonly isOwn: boolean
}

/**
 * Scrolls each new turn to the top of the window once, and never again: its answer grows into the room below, so
 * nothing that is being read moves. A turn that begins below the window is left there, because the reader is elsewhere.
 */
export function useTurnAtTop(area: ReadingArea, { id, isOwn }: NewestTurn): void {
  /** The page has just opened, or the player has just sent a message. */
  const follows = useRef(true)

  useEffect(() => {
    const column = area.column.current
    const footer = area.footer.current
    if (column === null || footer === null) return undefined
    const observer = new ResizeObserver(() => setPixels(column, '--footer-height', footer.offsetHeight))
    observer.observe(footer)
    return () => observer.disconnect()
  }, [area])

  useLayoutEffect(() => {
    const column = area.column.current
    const content = area.content.current
    if (column === null || content === null || id === undefined) return
    const turn = measureNewestTurn(content)
    if (turn === null) return
    const view = measureView(area)
    const start = Math.max(turn.top - MARGIN_PX, turn.answerTop - MESSAGE_SHARE * (view.bottom - view.top))
    setPixels(column, '--bars-height', area.bars.current?.offsetHeight ?? 0)
    setPixels(column, '--turn-start', start - column.getBoundingClientRect().top)
    setPixels(column, '--footer-height', area.footer.current?.offsetHeight ?? 0)
    follows.current ||= isOwn
    if (follows.current || start < view.bottom)
      window.scrollTo(0, document.documentElement.scrollTop + start - view.top)
    if (turn.hasAnswer) follows.current = false
  }, [area, id, isOwn])
}

function setPixels(element: HTMLElement, name: string, pixels: number): void {
  element.style.setProperty(name, `${Math.max(0, Math.round(pixels))}px`)
}
