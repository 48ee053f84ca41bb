import { type RefObject, useMemo, useRef } from 'react'

type ElementRef = RefObject<HTMLDivElement | null>

/** The parts of a session's page that decide what of the story is in view. */
export interface ReadingArea {
  /** Stays at the top of the window. */
  readonly bars: ElementRef
  /** Holds the content, and can be taller. */
  readonly column: ElementRef
  readonly content: ElementRef
  /** Stays at the bottom of the window. */
  readonly footer: ElementRef
}

export function useReadingArea(): ReadingArea {
  const bars = useRef<HTMLDivElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const footer = useRef<HTMLDivElement>(null)
  return useMemo(() => ({ bars, column, content, footer }), [])
}

export interface Turn {
  /** The top of the player's message, in pixels of the window. */
  readonly top: number
  readonly answerTop: number
  readonly hasAnswer: boolean
}

/** Where the newest turn is; null if the page has none. */
export function measureNewestTurn(content: HTMLElement): Turn | null {
  const articles = content.querySelectorAll<HTMLElement>('article')
  const last = articles.item(articles.length - 1)
  if (articles.length === 0) return null
  const { top, bottom } = last.getBoundingClientRect()
  if (last.dataset['role'] !== 'narrator') return { top, answerTop: bottom, hasAnswer: false }
  const message = articles.length > 1 ? articles.item(articles.length - 2) : null
  if (message === null || message.dataset['role'] === 'narrator') return { top, answerTop: top, hasAnswer: true }
  return { top: message.getBoundingClientRect().top, answerTop: top, hasAnswer: true }
}

/** The part of the window between the bars and the footer, in its pixels. */
export function measureView({ bars, footer }: ReadingArea): { readonly top: number; readonly bottom: number } {
  return {
    top: bars.current?.getBoundingClientRect().bottom ?? 0,
    bottom: footer.current?.getBoundingClientRect().top ?? window.innerHeight,
  }
}
