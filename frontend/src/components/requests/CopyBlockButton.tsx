import { useEffect, useState } from 'react'

import { commonText } from '../../text/common.ts'
import { requestText } from '../../text/requests.ts'
import styles from './RequestRow.module.css'

interface CopyBlockButtonProps {
  readonly label?: string
  /** Loads what is copied. */
  readonly load: () => Promise<string>
}

const COPIED_MS = 2000

/** Copies the exact bytes of a request or of a part of it, which are loaded when they are needed. */
export function CopyBlockButton({ label = requestText('blocks.copy'), load }: CopyBlockButtonProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'notLoaded' | 'refused'>('ready')

  useEffect(() => {
    if (state !== 'copied') return undefined
    const timer = window.setTimeout(() => setState('ready'), COPIED_MS)
    return () => window.clearTimeout(timer)
  }, [state])

  const copy = async () => {
    const text = await load().catch(() => null)
    if (text === null) return setState('notLoaded')
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      // Browsers refuse it without permission and on pages without HTTPS.
      setState('refused')
    }
  }
  return (
    <>
      <button type="button" className={styles.link} onClick={() => void copy()}>
        <span aria-live="polite">{state === 'copied' ? commonText('copied') : label}</span>
      </button>
      {(state === 'notLoaded' || state === 'refused') && (
        <span role="alert" className={styles.failed}>
          {requestText(state === 'refused' ? 'blocks.copyFailed' : 'blocks.loadFailed')}
        </span>
      )}
    </>
  )
}
