import { Component, type ReactNode } from 'react'

import { messageElementId } from '../messageElementId.ts'

interface KeepPlaceProps {
  /** The oldest message on the page. */
  readonly oldestId: string | undefined
  readonly children: ReactNode
}

interface Place {
  readonly element: HTMLElement
  readonly top: number
}

/**
 * Keeps what is being read where it is when earlier messages are put above it. Browsers do this only in
 * part: not at the very top, and Safari never.
 */
export class KeepPlace extends Component<KeepPlaceProps> {
  override getSnapshotBeforeUpdate({ oldestId }: KeepPlaceProps): Place | null {
    if (oldestId === undefined || oldestId === this.props.oldestId) return null
    const element = document.getElementById(messageElementId(oldestId))
    return element && { element, top: element.getBoundingClientRect().top }
  }

  override componentDidUpdate(_props: KeepPlaceProps, _state: unknown, place: Place | null): void {
    if (place?.element.isConnected !== true) return
    window.scrollBy(0, place.element.getBoundingClientRect().top - place.top)
  }

  override render(): ReactNode {
    return this.props.children
  }
}
