/** The step that timed out: the connection, the first byte of the response, or the next one. */
export type SilentPhase = 'connect' | 'first-byte' | 'idle'

/** The same, or the response as a whole. */
export type TimeoutPhase = SilentPhase | 'total'

/** A provider sent nothing for too long, or never stopped sending. */
export class ProviderTimeoutError extends Error {
  override readonly name = 'ProviderTimeoutError'
  readonly code = 'timeout'
  readonly phase: TimeoutPhase
  readonly seconds: number

  constructor(phase: TimeoutPhase, seconds: number, host: string) {
    super(`${host} ${WHAT_HAPPENED[phase]} ${seconds} s.`)
    this.phase = phase
    this.seconds = seconds
  }
}

const WHAT_HAPPENED: Record<TimeoutPhase, string> = {
  connect: "didn't accept a connection within",
  'first-byte': "didn't respond within",
  idle: 'stopped responding for',
  total: "didn't finish within",
}
