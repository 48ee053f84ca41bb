import type { Narrator } from '../narrator.ts'
import { parameterLabel } from '../parameters/parameterLabels.ts'
import type { Provider } from '../provider.ts'
import { isProvider, providers } from '../providers/providers.ts'
import type { Failure, FailureCode } from './failure.ts'
import { describeUnreachable } from './unreachableText.ts'

export interface FailureText {
  /** What happened. */
  readonly detail: string
  /** What to do next. */
  readonly hint: string
  /** Whether the same request may succeed later. */
  readonly retryable: boolean
}

/** What a text names. */
interface Named {
  readonly failure: Failure
  /** The provider, or a server of the user's own by the name of its config. */
  readonly label: string
  /** The host. */
  readonly where: string
  readonly model: string
  readonly provider: Provider | undefined
}

/** What happened and what to do next, for the reader. */
export function failureText(code: FailureCode, failure: Failure, snapshot: Narrator['snapshot']): FailureText {
  const { configName, requestedModel: model, host } = snapshot
  const provider = isProvider(snapshot.provider) ? providers[snapshot.provider] : undefined
  const label = provider === undefined || provider.server?.presetBaseUrl === null ? configName : provider.label
  return TEXTS[code]({ failure, label, where: host ?? configName, model, provider })
}

const final = (detail: string, hint: string): FailureText => ({ detail, hint, retryable: false })
const passing = (detail: string, hint: string): FailureText => ({ detail, hint, retryable: true })

const ANOTHER_MODEL = 'Retry. If it happens again, choose another model.'
const CHECK_URL = "Check the model's base URL."
const TEMPLATE = 'Choose another model. On a server of your own, you can also start it with another chat template.'

const TEXTS: Readonly<Record<FailureCode, (named: Named) => FailureText>> = {
  'invalid-key': ({ label, provider }) =>
    final(`${label} rejected the API key.`, `Enter this model's API key again.${keyPage(provider)}`),
  'access-denied': ({ label }) =>
    final(
      `${label} doesn't allow this request for your account.`,
      "Read the provider's message and change your account there, or choose another model.",
    ),
  'unsupported-region': ({ label }) =>
    final(`${label} isn't available in your country.`, 'Choose a model of another provider.'),
  blocked: ({ where }) =>
    final(
      `A firewall in front of ${where} blocked the request.`,
      'Check whether a VPN or proxy is in use, or choose a model of another provider.',
    ),
  'no-credit': ({ label }) => final(`Your ${label} account is out of credit.`, 'Add credit, or choose another model.'),
  'rate-limited': ({ label, failure }) =>
    passing(`${label} is limiting requests.${requestedWait(failure.retryAfterSeconds)}`, 'Wait a moment, then retry.'),
  'model-not-found': ({ label, model }) =>
    final(`${label} has no model called ${model}.`, 'Choose one from its list under Models.'),
  'endpoint-not-found': ({ where }) => final(`${where} has no models at this URL.`, CHECK_URL),
  'window-too-small': ({ model }) =>
    final(
      `The context window of ${model} is too small for this story.`,
      'Set "Context window" in the model\'s settings to a larger value, or choose another model.',
    ),
  'context-too-long': () =>
    final('The story has become too long for this model.', 'Choose a model with a larger context window.'),
  'request-too-large': ({ where }) =>
    final(
      `${where} doesn't accept a request this large.`,
      'Choose another model, or raise the limit of your plan or proxy.',
    ),
  'content-filtered': ({ label }) =>
    final(`${label} declined to continue.`, 'Rephrase your message, undo the turn, or choose another model.'),
  'output-limit': ({ model }) =>
    final(
      `${model} reached its maximum answer length before it wrote any text.`,
      'Raise "Maximum answer length" or lower "Thinking" in the model\'s settings, then retry.',
    ),
  'empty-answer': ({ model }) => passing(`${model} answered without any text.`, ANOTHER_MODEL),
  'malformed-call': ({ model }) => passing(`${model} requested a call that can't be read.`, ANOTHER_MODEL),
  overloaded: ({ label }) => passing(`${label} is overloaded.`, 'Retry in a moment.'),
  'model-loading': ({ label }) => passing(`${label} is still loading the model.`, 'Wait a moment, then retry.'),
  'out-of-memory': ({ where, model }) =>
    final(
      `${where} doesn't have enough memory for ${model}.`,
      'Choose a smaller model or a smaller context window, or free memory on that machine.',
    ),
  'provider-error': ({ label }) =>
    passing(
      `${label} reported an error.`,
      "Retry in a moment. If it happens again, read the provider's message or choose another model.",
    ),
  unreachable: ({ failure, where }) => describeUnreachable(failure, where),
  timeout: ({ failure: { silentSeconds }, where }) =>
    passing(
      `${where} didn't respond ${silentSeconds === null ? 'in time' : `for ${silentSeconds} s`}.`,
      'Wait a moment and retry. A local model may still be loading. "Longest wait for the first word" and "Longest time for an answer" can be raised in the model\'s settings, under "Advanced".',
    ),
  tls: ({ failure, where }) =>
    final(
      `Can't establish a secure connection to ${where}${reasonOf(failure)}.`,
      "Check whether the URL should be http://, and this machine's clock. For your own certificate authority, set NODE_EXTRA_CA_CERTS.",
    ),
  interrupted: () => passing('The answer was cut off.', 'Retry for a new one. What arrived is kept.'),
  'refused-parameters': ({ failure, model }) => describeRejection(failure, model),
  'tools-rejected': ({ label }) =>
    final(`${label} rejected the tools of this gamebook.`, "Read the provider's message, or choose another model."),
  'no-tool-parser': ({ where }) =>
    final(
      `${where} isn't set up for tools, which stories need.`,
      'Start it with tool calls (vLLM: --enable-auto-tool-choice and --tool-call-parser, llama-server: --jinja), or choose another model.',
    ),
  'template-error': ({ model }) => final(`The chat template of ${model} rejected the request.`, TEMPLATE),
  'message-order': ({ model }) => final(`${model} doesn't accept the roles of the messages or their order.`, TEMPLATE),
  'reasoning-missing': ({ label }) =>
    final(
      `${label} requires earlier thinking that isn't stored.`,
      'Set "Thinking" to "none" in the model\'s settings, or choose another model.',
    ),
  'request-rejected': ({ label }) =>
    final(
      `${label} rejected the request.`,
      "Read the provider's message. If it names a setting, change that in the model's settings, or choose another model.",
    ),
  'not-streaming': ({ where }) =>
    final(`${where} doesn't support streaming.`, 'Turn on "Disable streaming" for this model.'),
  'response-too-large': ({ where }) => passing(`${where} sent more than a model can answer.`, ANOTHER_MODEL),
  'bad-response': ({ where, failure }) =>
    failure.isPage
      ? final(`${where} sent a web page instead of an answer.`, CHECK_URL)
      : passing(`${where} sent an unexpected response.`, ANOTHER_MODEL),
}

function keyPage(provider: Provider | undefined): string {
  const url = provider?.server?.apiKey.url
  return url == null ? '' : ` You can get one at ${url}.`
}

const requestedWait = (seconds: number | null): string =>
  seconds === null ? '' : ` It asks to wait ${Math.ceil(seconds)} s.`

const reasonOf = ({ codes }: Failure): string => (codes[0] === undefined ? '' : `: ${codes[0]}`)

function describeRejection({ parameter }: Failure, model: string): FailureText {
  if (parameter === 'tools')
    return final(`${model} doesn't support tools, which stories need.`, 'Choose one that does.')
  const rejected = parameter === null ? 'one of its parameters' : `"${parameterLabel(parameter)}"`
  return final(`${model} doesn't accept ${rejected}.`, "Clear it in the model's settings.")
}
