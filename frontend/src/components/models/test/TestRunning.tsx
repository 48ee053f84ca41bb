import { useElapsedSeconds } from '../../../hooks/useElapsedSeconds.ts'
import { modelsText } from '../../../text/models.ts'

export function TestRunning() {
  const seconds = useElapsedSeconds()
  return <>{modelsText('test.running', { seconds })}</>
}
