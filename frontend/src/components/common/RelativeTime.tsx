import { useState } from 'react'

import { formatRelativeTime } from './formatRelativeTime.ts'

interface RelativeTimeProps {
  readonly time: string
}

/** Relative to the time of the first render, so the text doesn't change while it is read. */
export function RelativeTime({ time }: RelativeTimeProps) {
  const [now] = useState(Date.now)
  return (
    <time dateTime={time} title={new Date(time).toLocaleString()}>
      {formatRelativeTime(time, now)}
    </time>
  )
}
