import { useElapsedSeconds } from '../../../hooks/useElapsedSeconds.ts'
import { modelsText } from '../../../text/models.ts'

interface TestRunningProps {
  /** The server has to load the model first. */
  readonly isLoading?: boolean
}

export function TestRunning({ isLoading = false }: TestRunningProps) {
  const seconds = useElapsedSeconds()
  return <>{modelsText(isLoading ? 'test.loading' : 'test.running', { seconds })}</>
}
