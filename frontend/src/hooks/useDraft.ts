import { useCallback, useEffect, useState } from 'react'

import { readDraft, writeDraft } from './storedDraft.ts'

interface Draft {
  readonly text: string
  readonly setText: (text: string) => void
  /** What was typed earlier was found again. */
  readonly isRestored: boolean
  /** Forgets what was typed, also after the component is gone. */
  readonly discard: () => void
}

/** A text being typed over an original. It is kept under `key` until it is discarded or equals the original. */
export function useDraft(key: string, original: string): Draft {
  const [text, setText] = useState(() => readDraft(key) || original)
  const [isRestored, setRestored] = useState(text !== original)

  useEffect(() => writeDraft(key, text === original ? '' : text), [key, text, original])

  const discard = useCallback(() => {
    writeDraft(key, '')
    setText(original)
    setRestored(false)
  }, [key, original])
  return { text, setText, isRestored: isRestored && text !== original, discard }
}
