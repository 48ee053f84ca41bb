import type { ModelAtHost } from '../parameters/rejectedParameters.ts'

/** The windows that providers reported, which outlive the app: what a session no longer sends is decided for good. */
export interface ReportedWindows {
  readonly find: (model: ModelAtHost) => Promise<number | null>
  readonly save: (model: ModelAtHost, tokens: number) => Promise<void>
}

/** The window of one model as it was last reported. */
export interface ReportedWindow {
  readonly tokens: number | null
  readonly save: (tokens: number) => void
}

/** Of a model that is only tried. */
export const NOT_REPORTED: ReportedWindow = { tokens: null, save: () => {} }

export async function readReportedWindow(windows: ReportedWindows, model: ModelAtHost): Promise<ReportedWindow> {
  return {
    tokens: await windows.find(model),
    // The next report is stored instead.
    save: (tokens) => void windows.save(model, tokens).catch(() => {}),
  }
}

const MOST = 2 ** 31 - 1

/** A size that a server reported; null if it can't be one. */
export const toWindow = (reported: number | null): number | null =>
  reported !== null && Number.isInteger(reported) && reported > 0 && reported <= MOST ? reported : null
