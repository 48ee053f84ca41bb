/** Too many changes wait to be written, or one waits for too long. It is not written. */
export class WriteQueueError extends Error {
  override readonly name = 'WriteQueueError'
  readonly code = 'WRITE_QUEUE'
}

/** Nobody can say whether a change was written: the thread that writes has ended, or it doesn't answer. */
export class UnconfirmedWriteError extends Error {
  override readonly name = 'UnconfirmedWriteError'
  readonly code = 'WRITE_UNCONFIRMED'
}

/** The thread that writes has ended so often that it is not started for now. */
export class WriterEndedError extends Error {
  override readonly name = 'WriterEndedError'
  readonly code = 'WRITER_ENDED'
}
