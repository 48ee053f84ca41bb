import { AppError } from '../errors.ts'

/** Another server has locked the database while this one had lost its connection. */
export class DatabaseTakenError extends AppError {
  override readonly name = 'DatabaseTakenError'
  readonly code = 'database-taken'

  constructor() {
    super(
      "Another LLM Gamebook server uses this server's database now: this one can't continue stories.",
      'Use the other server, or stop it and start this one again.',
    )
  }
}
