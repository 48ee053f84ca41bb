import { useEffect, useState } from 'react'

import { Button } from '../../common/buttons/Button.tsx'
import { playerText } from '../../../text/player.ts'

interface RetryLaterProps {
  /** When the provider accepts requests again, in milliseconds. */
  readonly readyAt: number
  readonly onRetry: () => void
}

/** Counts down to the time that the provider named. If the player wants it, retries by itself then. */
export function RetryLater({ readyAt, onRetry }: RetryLaterProps) {
  const seconds = useSecondsUntil(readyAt)
  const [isWaiting, setWaiting] = useState(false)

  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = window.setTimeout(
      () => {
        setWaiting(false)
        onRetry()
      },
      Math.max(0, readyAt - Date.now()),
    )
    return () => window.clearTimeout(timer)
  }, [isWaiting, readyAt, onRetry])

  if (seconds === 0) return null
  return (
    <Button variant="outlined" size="sm" aria-pressed={isWaiting} onClick={() => setWaiting(!isWaiting)}>
      {playerText(isWaiting ? 'answerStatus.retryingIn' : 'answerStatus.retryIn', { seconds })}
    </Button>
  )
}

function useSecondsUntil(time: number): number {
  const [now, setNow] = useState(() => Date.now())
  const seconds = Math.max(0, Math.ceil((time - now) / 1000))
  useEffect(() => {
    if (seconds === 0) return undefined
    const timer = window.setInterval(() => setNow(Date.now()), 1000)
    return () => window.clearInterval(timer)
  }, [seconds])
  return seconds
}
