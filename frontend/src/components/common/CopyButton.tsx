import { useClipboard } from '@mantine/hooks'

import { commonText } from '../../text/common.ts'

interface CopyButtonProps {
  readonly text: string
  readonly label?: string
  readonly className: string | undefined
}

export function CopyButton({ text, label = commonText('copy'), className }: CopyButtonProps) {
  const clipboard = useClipboard({ timeout: 2000 })
  return (
    <button type="button" className={className} onClick={() => clipboard.copy(text)}>
      <span aria-live="polite">{clipboard.copied ? commonText('copied') : label}</span>
    </button>
  )
}
