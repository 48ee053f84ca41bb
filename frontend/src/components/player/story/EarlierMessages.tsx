import { useEffect, useRef } from 'react'

import { commonText } from '../../../text/common.ts'
import { playerText } from '../../../text/player.ts'
import type { UserError } from '../../../types/userError.ts'
import { Button } from '../../common/buttons/Button.tsx'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import styles from './EarlierMessages.module.css'

/** Loads messages shortly before their place scrolls into view. */
const MARGIN = '1600px 0px 0px 0px'

interface EarlierMessagesProps {
  readonly isLoading: boolean
  readonly error: UserError | null
  readonly onLoad: () => void
}

/** The start of the loaded part of the story. Loads more when the reader comes near, or with a button. */
export function EarlierMessages({ isLoading, error, onLoad }: EarlierMessagesProps) {
  const place = useRef<HTMLDivElement>(null)
  const isIdle = !isLoading && error === null

  useEffect(() => {
    if (!isIdle || place.current === null) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onLoad()
      },
      { rootMargin: MARGIN },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [isIdle, onLoad])

  return (
    <div ref={place} className={styles.earlier}>
      {error !== null && <ErrorNotice error={error} />}
      {/* The same button in every state, so it keeps the focus. */}
      <Button
        variant={error === null ? 'quiet' : 'outlined'}
        aria-disabled={isLoading || undefined}
        onClick={isLoading ? undefined : onLoad}
      >
        {isLoading
          ? playerText('earlier.loading')
          : error === null
            ? playerText('earlier.show')
            : commonText('tryAgain')}
      </Button>
    </div>
  )
}
