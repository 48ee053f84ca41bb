import { type ModelProvider, providerFacts, PROVIDERS } from '../../providers.ts'
import type { Narrator } from '../../engine/narrator.ts'
import type { Failure, FailureCode } from './failure.ts'

export interface FailureText {
  /** What is so. */
  readonly detail: string
  /** What to do now. */
  readonly hint: string
  /** Whether the same request may succeed as it is. */
  readonly retryable: boolean
}

/** What is so and what to do now, in the reader's words. */
export function failureText(code: FailureCode, failure: Failure, narrator: Narrator['snapshot']): FailureText {
  const { configName, requestedModel, host } = narrator
  const provider = PROVIDERS.find((name) => name === narrator.provider)
  const label = labelOf(provider) ?? configName
  const where = host ?? configName
  switch (code) {
    case 'invalid-key':
      return final(`${label} did not accept the API key.`, `Enter the key of this model again.${keyPlace(provider)}`)
    case 'no-credit':
      return final(`The account at ${label} has no credit left.`, 'Top the account up, or choose another model.')
    case 'rate-limited':
      return passing(`${label} asks for a pause${ofSeconds(failure.retryAfterSeconds)}.`, 'Wait a little, then retry.')
    case 'model-not-found':
      return final(`${label} does not know the model ${requestedModel}.`, 'Choose one from its list under Models.')
    case 'context-too-long':
      return final('The story no longer fits this model.', 'Choose a model with more room.')
    case 'content-filtered':
      return final(`${label} declined to go on.`, 'Try other words, undo the turn, or choose another model.')
    case 'overloaded':
      return passing(`${label} is overloaded.`, 'Retry in a moment.')
    case 'unreachable':
      if (failure.codes.includes('forbidden-host')) {
        return final(`${where} leads to an address that is never asked.`, 'Check the address of the model.')
      }
      return isRedirect(failure)
        ? final(
            `${where} sends requests on to another address, which is not followed.`,
            'Check the address of the model.',
          )
        : passing(
            `Nothing answers at ${where}.`,
            'Is it running, and is the address right? From inside a container, this machine is host.docker.internal.',
          )
    case 'timeout':
      return passing(
        `${where} sent nothing for ${failure.silentSeconds === null ? 'too long' : `${failure.silentSeconds} s`}.`,
        'Wait a moment and retry. A local model may still be loading.',
      )
    case 'tls':
      return final(
        `There is no secure connection to ${where}${reasonOf(failure)}.`,
        'Is it http instead of https? Is the clock of this machine right? For a certificate of your own, set NODE_EXTRA_CA_CERTS.',
      )
    case 'interrupted':
      return passing('The answer broke off.', 'Retry; the words that came are kept.')
    case 'refused-parameters':
      return describeRefusal(failure, requestedModel)
    case 'not-streaming':
      return final(`${where} does not stream.`, 'Switch on "Ask in one piece" for this model.')
    case 'bad-response':
      return passing(
        `${where} answered something unexpected.`,
        'Retry, and check the address of the model if it goes on.',
      )
  }
}

const final = (detail: string, hint: string): FailureText => ({ detail, hint, retryable: false })
const passing = (detail: string, hint: string): FailureText => ({ detail, hint, retryable: true })

/** Servers of one's own are known by the name of their config. */
function labelOf(provider: ModelProvider | undefined): string | undefined {
  return provider === undefined || provider === 'openai-compatible' ? undefined : providerFacts[provider].label
}

function keyPlace(provider: ModelProvider | undefined): string {
  const url = provider && providerFacts[provider].apiKeyUrl
  return url == null ? '' : ` Keys are made at ${url}.`
}

const ofSeconds = (seconds: number | null): string => (seconds === null ? '' : ` of ${Math.ceil(seconds)} s`)

const isRedirect = ({ status }: Failure): boolean => status !== null && status >= 300 && status < 400

const reasonOf = ({ codes }: Failure): string => (codes[0] === undefined ? '' : `: ${codes[0]}`)

function describeRefusal({ parameter }: Failure, model: string): FailureText {
  if (parameter === 'tools') return final(`${model} cannot use tools.`, 'Choose a model that can.')
  return final(
    `${model} does not take ${parameter ?? 'what it was asked with'}.`,
    'Leave it empty in the settings of the model.',
  )
}
