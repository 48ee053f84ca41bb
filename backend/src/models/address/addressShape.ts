/** The form of a provider's URLs. */
export interface AddressShape {
  /** The port of a local server whose URL names none. */
  readonly localPort?: number
  /** Paths that users paste after the base URL. */
  readonly endpoints: RegExp
  /** Adds or corrects the end of the base URL's path. */
  readonly completePath: (path: string) => string
  readonly paths: (baseUrl: string) => EndpointPaths
}

export interface EndpointPaths {
  readonly listPath: string
  readonly chatPath: (model: string) => string
}

const ENDPOINT_NAMES = 'messages|chat/completions|completions|responses|embeddings|language-models|models(?:/.*)?'

/** The endpoints of all providers, and those named in `others`. */
export const endpointPattern = (...others: readonly string[]): RegExp =>
  new RegExp(`/(?:${[ENDPOINT_NAMES, ...others].join('|')})$`)

export const withV1 = (path: string): string => (path.endsWith('/v1') ? path : `${path}/v1`)

export const fixedPaths =
  (listPath: string, chatPath: string): AddressShape['paths'] =>
  () => ({ listPath, chatPath: () => chatPath })
