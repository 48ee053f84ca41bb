import { useClipboard } from '@mantine/hooks'

interface CopyButtonProps {
  readonly text: string
  readonly label?: string
  readonly className: string | undefined
}

export function CopyButton({ text, label = 'Copy', className }: CopyButtonProps) {
  const clipboard = useClipboard({ timeout: 2000 })
  return (
    <button type="button" className={className} onClick={() => clipboard.copy(text)}>
      <span aria-live="polite">{clipboard.copied ? 'Copied' : label}</span>
    </button>
  )
}
