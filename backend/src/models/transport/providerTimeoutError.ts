/** What was waited for: the connection, the first byte of the answer, or the next one. */
export type TimeoutPhase = 'connect' | 'first-byte' | 'idle'

/** A provider was silent for longer than it may be. */
export class ProviderTimeoutError extends Error {
  override readonly name = 'ProviderTimeoutError'
  readonly code = 'timeout'
  readonly hint = 'Wait a moment and retry. A local model may still be loading.'
  readonly phase: TimeoutPhase
  readonly seconds: number

  constructor(phase: TimeoutPhase, seconds: number, host: string) {
    super(`${host} ${WHAT_HAPPENED[phase]} ${seconds} s.`)
    this.phase = phase
    this.seconds = seconds
  }
}

const WHAT_HAPPENED: Record<TimeoutPhase, string> = {
  connect: 'took no connection within',
  'first-byte': 'answered nothing within',
  idle: 'fell silent for',
}
