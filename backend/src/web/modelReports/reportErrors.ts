import { AppError } from '../../errors.ts'

export class ReportRunningError extends AppError {
  override readonly name = 'ReportRunningError'
  readonly code = 'report-running'

  constructor() {
    super('This model is being measured.', 'Wait for the report, or cancel it.')
  }
}

/** The scripts are part of the app's folder. */
export class BenchmarkUnavailableError extends AppError {
  override readonly name = 'BenchmarkUnavailableError'
  readonly code = 'benchmark-unavailable'

  constructor(cause: Error) {
    super(cause.message, 'Restore the folder bench/gamebooks of the app.', { cause })
  }
}

export class CostUnknownError extends AppError {
  override readonly name = 'CostUnknownError'
  readonly code = 'cost-unknown'

  constructor() {
    super('The price of this model is not known, so its cost has no limit.', 'Enter its price, or set no limit.')
  }
}
