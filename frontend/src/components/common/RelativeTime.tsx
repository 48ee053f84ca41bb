import { useState } from 'react'

import { formatRelativeTime } from './formatRelativeTime.ts'

interface AgoProps {
  readonly time: string
}

/** As of when it was first shown: nothing moves by itself while it is read. */
export function RelativeTime({ time }: AgoProps) {
  const [now] = useState(Date.now)
  return (
    <time dateTime={time} title={new Date(time).toLocaleString()}>
      {formatRelativeTime(time, now)}
    </time>
  )
}
