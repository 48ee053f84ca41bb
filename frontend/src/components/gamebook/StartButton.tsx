import { Button } from '../common/buttons/Button.tsx'
import { commonText } from '../../text/common.ts'
import { gamebookText } from '../../text/gamebook.ts'

interface StartButtonProps {
  readonly isFirst: boolean
  readonly isStarting: boolean
}

/** Submits the form around it. */
export function StartButton({ isFirst, isStarting }: StartButtonProps) {
  return (
    <Button type="submit" size="lg" disabled={isStarting}>
      {isStarting ? commonText('opening') : gamebookText(isFirst ? 'start.first' : 'start.again')}
    </Button>
  )
}
