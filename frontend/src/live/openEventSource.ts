export interface StreamHandlers {
  readonly onOpen: () => void
  /** The data of one event. */
  readonly onLine: (line: string) => void
  readonly onError: () => void
}

export type OpenStream = (url: string, handlers: StreamHandlers) => { close: () => void }

export const openEventSource: OpenStream = (url, { onOpen, onLine, onError }) => {
  const source = new EventSource(url)
  source.onopen = onOpen
  source.onmessage = ({ data }: MessageEvent<string>) => onLine(data)
  source.onerror = onError
  return source
}
