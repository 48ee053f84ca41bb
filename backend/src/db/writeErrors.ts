/** A change was not written, because too many are waiting or because it waited too long. */
export class WriteQueueError extends Error {
  override readonly name = 'WriteQueueError'
  readonly code = 'WRITE_QUEUE'
}

/** It is unknown whether a change was written: the thread that writes has ended, or it doesn't respond. */
export class UnconfirmedWriteError extends Error {
  override readonly name = 'UnconfirmedWriteError'
  readonly code = 'WRITE_UNCONFIRMED'
}

/** The thread that writes has ended so often that it is not restarted for now. */
export class WriterEndedError extends Error {
  override readonly name = 'WriterEndedError'
  readonly code = 'WRITER_ENDED'
}
