import { parameterLabel } from '../parameters/parameterLabels.ts'
import type { Narrator } from '../narrator.ts'
import { isProvider, providers } from '../providers/providers.ts'
import type { Failure, FailureCode } from './failure.ts'

export interface FailureText {
  /** What happened. */
  readonly detail: string
  /** What to do next. */
  readonly hint: string
  /** Whether the same request may succeed later. */
  readonly retryable: boolean
}

/** What happened and what to do next, for the reader. */
export function failureText(code: FailureCode, failure: Failure, snapshot: Narrator['snapshot']): FailureText {
  const { configName, requestedModel, host } = snapshot
  const provider = isProvider(snapshot.provider) ? providers[snapshot.provider] : undefined
  // A server of the user's own is known by the name of its config.
  const label = provider === undefined || provider.server?.presetBaseUrl === null ? configName : provider.label
  const where = host ?? configName
  switch (code) {
    case 'invalid-key':
      return final(`${label} rejected the API key.`, `Enter this model's API key again.${keyPage(provider)}`)
    case 'no-credit':
      return final(`Your ${label} account is out of credit.`, 'Add credit, or choose another model.')
    case 'rate-limited':
      return passing(
        `${label} is limiting requests.${requestedWait(failure.retryAfterSeconds)}`,
        'Wait a moment, then retry.',
      )
    case 'model-not-found':
      return final(`${label} has no model called ${requestedModel}.`, 'Choose one from its list under Models.')
    case 'context-too-long':
      return final('The story has become too long for this model.', 'Choose a model with a larger context window.')
    case 'content-filtered':
      return final(`${label} declined to continue.`, 'Rephrase your message, undo the turn, or choose another model.')
    case 'overloaded':
      return passing(`${label} is overloaded.`, 'Retry in a moment.')
    case 'unreachable':
      return describeUnreachable(failure, where)
    case 'timeout':
      return passing(
        `${where} didn't respond ${failure.silentSeconds === null ? 'in time' : `for ${failure.silentSeconds} s`}.`,
        'Wait a moment and retry. A local model may still be loading.',
      )
    case 'tls':
      return final(
        `Can't establish a secure connection to ${where}${reasonOf(failure)}.`,
        "Check whether the URL should be http://, and this machine's clock. For your own certificate authority, set NODE_EXTRA_CA_CERTS.",
      )
    case 'interrupted':
      return passing('The answer was cut off.', 'Retry for a new one. What arrived is kept.')
    case 'refused-parameters':
      return describeRejection(failure, requestedModel)
    case 'not-streaming':
      return final(`${where} doesn't support streaming.`, 'Turn on "Disable streaming" for this model.')
    case 'bad-response':
      return passing(`${where} sent an unexpected response.`, "Retry. If it happens again, check the model's base URL.")
  }
}

const final = (detail: string, hint: string): FailureText => ({ detail, hint, retryable: false })
const passing = (detail: string, hint: string): FailureText => ({ detail, hint, retryable: true })

function keyPage(provider: (typeof providers)[keyof typeof providers] | undefined): string {
  const url = provider?.server?.apiKey.url
  return url == null ? '' : ` You can get one at ${url}.`
}

const requestedWait = (seconds: number | null): string =>
  seconds === null ? '' : ` It asks to wait ${Math.ceil(seconds)} s.`

const CHECK_URL = "Check the model's base URL."

function describeUnreachable({ codes, status }: Failure, where: string): FailureText {
  if (codes.includes('forbidden-host')) return final(`${where} resolves to a blocked address.`, CHECK_URL)
  const isRedirect = status !== null && status >= 300 && status < 400
  return isRedirect
    ? final(`${where} redirects to another address. Redirects aren't followed.`, CHECK_URL)
    : passing(
        `Can't connect to ${where}.`,
        'Check that it is running and that the URL is right. From a container, the host machine is host.docker.internal.',
      )
}

const reasonOf = ({ codes }: Failure): string => (codes[0] === undefined ? '' : `: ${codes[0]}`)

function describeRejection({ parameter }: Failure, model: string): FailureText {
  if (parameter === 'tools')
    return final(`${model} doesn't support tools, which stories need.`, 'Choose one that does.')
  const rejected = parameter === null ? 'one of its parameters' : `"${parameterLabel(parameter)}"`
  return final(`${model} doesn't accept ${rejected}.`, "Clear it in the model's settings.")
}
