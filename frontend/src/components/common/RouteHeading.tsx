import { type ReactNode, useEffect, useRef } from 'react'

import { useHasNavigated } from './navigationContext.ts'

interface RouteHeadingProps {
  readonly children: ReactNode
  /** What the window is called. */
  readonly title: string
  readonly className?: string | undefined
  /** It stands in place of what had the focus, though the address is the same. */
  readonly takesFocus?: boolean
}

/** The one heading of a page: takes the focus when the reader has come here from another page of the app. */
export function RouteHeading({ children, title, className, takesFocus = false }: RouteHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const hasNavigated = useHasNavigated()

  useEffect(() => {
    document.title = `${title} · LLM Gamebook`
  }, [title])

  useEffect(() => {
    if (hasNavigated || takesFocus) heading.current?.focus({ preventScroll: true })
  }, [hasNavigated, takesFocus])

  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}
