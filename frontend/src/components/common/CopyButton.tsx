import { useEffect, useState } from 'react'

import { commonText } from '../../text/common.ts'

const COPIED_MS = 2000

interface CopyButtonProps {
  readonly text: string
  readonly label?: string
  readonly className: string | undefined
}

export function CopyButton({ text, label = commonText('copy'), className }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return undefined
    const timer = window.setTimeout(() => setCopied(false), COPIED_MS)
    return () => window.clearTimeout(timer)
  }, [isCopied])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // Browsers refuse it without permission and on pages without HTTPS. The label stays.
    }
  }
  return (
    <button type="button" className={className} onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? commonText('copied') : label}</span>
    </button>
  )
}
