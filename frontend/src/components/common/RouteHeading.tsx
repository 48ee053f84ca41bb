import { type ReactNode, useEffect, useRef } from 'react'

import { commonText } from '../../text/common.ts'
import { useHasNavigated } from './navigationContext.ts'

interface RouteHeadingProps {
  readonly children: ReactNode
  /** The first part of the document's title. */
  readonly title: string
  readonly className?: string | undefined
  /** The language of the heading, where it is not that of the app. */
  readonly language?: string
  /** Takes the focus although the address is unchanged: the heading replaces what had the focus. */
  readonly takesFocus?: boolean
}

/** The one `h1` of a page. It takes the focus after a navigation inside the app. */
export function RouteHeading({ children, title, className, language, takesFocus = false }: RouteHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const hasNavigated = useHasNavigated()

  useEffect(() => {
    document.title = commonText('documentTitle', { page: title })
  }, [title])

  useEffect(() => {
    if (hasNavigated || takesFocus) heading.current?.focus({ preventScroll: true })
  }, [hasNavigated, takesFocus])

  return (
    <h1 ref={heading} tabIndex={-1} lang={language} dir="auto" className={className}>
      {children}
    </h1>
  )
}
