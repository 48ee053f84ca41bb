import { Component, type ReactNode } from 'react'

import { Button } from './buttons/Button.tsx'
import { commonText } from '../../text/common.ts'
import { ErrorNotice } from './ErrorNotice.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean
}

/** Shows a notice in place of a page that fails to render; the rest of the app stays usable. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { hasFailed: false }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <ErrorNotice error={{ detail: commonText('pageError.detail'), hint: commonText('pageError.hint') }}>
        <Button onClick={() => window.location.reload()}>{commonText('pageError.reload')}</Button>
      </ErrorNotice>
    )
  }
}
