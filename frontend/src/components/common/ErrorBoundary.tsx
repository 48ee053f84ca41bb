import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'

import { ErrorNotice } from './ErrorNotice.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly hasFailed: boolean
}

/** A fault of the page's own: says so, and keeps the rest of the app usable. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { hasFailed: false }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <ErrorNotice trouble={BROKEN}>
        <Button onClick={() => window.location.reload()}>Reload the page</Button>
      </ErrorNotice>
    )
  }
}

const BROKEN = {
  detail: 'This page could not be shown.',
  hint: 'Your stories are safe on the server. Reload the page to go on.',
}
