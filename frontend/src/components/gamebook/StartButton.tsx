import { Button } from '../common/buttons/Button.tsx'
import { firstClick } from '../common/firstClick.ts'
import { commonText } from '../../text/common.ts'
import { gamebookText } from '../../text/gamebook.ts'

interface StartButtonProps {
  readonly isFirst: boolean
  readonly isPlayable: boolean
  readonly isStarting: boolean
  readonly onStart: () => void
}

export function StartButton({ isFirst, isPlayable, isStarting, onStart }: StartButtonProps) {
  if (!isPlayable) return <p>{gamebookText('start.notPlayable')}</p>
  return (
    <Button size="lg" onClick={firstClick(onStart)} disabled={isStarting}>
      {isStarting ? commonText('opening') : gamebookText(isFirst ? 'start.first' : 'start.again')}
    </Button>
  )
}
