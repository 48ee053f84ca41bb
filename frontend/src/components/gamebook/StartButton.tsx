import { Button } from '@mantine/core'

interface StartButtonProps {
  readonly isFirst: boolean
  readonly isPlayable: boolean
  readonly isStarting: boolean
  readonly onStart: () => void
}

export function StartButton({ isFirst, isPlayable, isStarting, onStart }: StartButtonProps) {
  if (!isPlayable) return <p>This gamebook cannot be played until its problems are mended.</p>
  return (
    <Button size="lg" onClick={onStart} disabled={isStarting}>
      {isStarting ? 'Opening…' : isFirst ? 'Start' : 'Start anew'}
    </Button>
  )
}
