import type { FailureCode } from '../../models/failure/failure.ts'
import type { DeniedCode } from '../../models/transport/requestDeniedError.ts'

export type AnswerErrorCode = FailureCode | DeniedCode | 'internal-error' | 'not-stored'

/** Every error code of an answer, for the reference. An answer's own texts also name its provider and host. */
export const answerErrors: Readonly<Record<AnswerErrorCode, { readonly meaning: string; readonly remedy: string }>> = {
  'invalid-key': { meaning: 'The provider rejected the API key.', remedy: "Enter this model's API key again." },
  'access-denied': {
    meaning: "The provider doesn't allow this request for the account.",
    remedy: "Read the provider's message and change the account there, or choose another model.",
  },
  'unsupported-region': {
    meaning: "The provider isn't available in this country.",
    remedy: 'Choose a model of another provider.',
  },
  blocked: {
    meaning: 'A firewall in front of the provider blocked the request.',
    remedy: 'Check whether a VPN or proxy is in use, or choose a model of another provider.',
  },
  'no-credit': { meaning: 'The account is out of credit.', remedy: 'Add credit, or choose another model.' },
  'rate-limited': { meaning: 'The provider is limiting requests.', remedy: 'Wait a moment, then retry.' },
  'model-not-found': {
    meaning: 'The provider has no model with this name.',
    remedy: 'Choose one from its list under Models.',
  },
  'endpoint-not-found': { meaning: 'The server has no models at this URL.', remedy: "Check the model's base URL." },
  'window-too-small': {
    meaning: "The model's context window can't hold the gamebook's instructions, so nothing was sent.",
    remedy: 'Set "Context window" in the model\'s settings to a larger value, or choose another model.',
  },
  'context-too-long': {
    meaning: 'The story has become too long for this model.',
    remedy: 'Choose a model with a larger context window.',
  },
  'request-too-large': {
    meaning: 'The request is too large for the plan or a proxy.',
    remedy: 'Choose another model, or raise the limit of the plan or proxy.',
  },
  'content-filtered': {
    meaning: 'The provider declined to continue.',
    remedy: 'Rephrase your message, undo the turn, or choose another model.',
  },
  'output-limit': {
    meaning: 'The model reached its maximum answer length before it wrote any text.',
    remedy: 'Raise "Maximum answer length" or lower "Thinking" in the model\'s settings, then retry.',
  },
  'empty-answer': {
    meaning: 'The model answered without any text.',
    remedy: 'Retry. If it happens again, choose another model.',
  },
  'malformed-call': {
    meaning: "The model requested a call that can't be read.",
    remedy: 'Retry. If it happens again, choose another model.',
  },
  overloaded: { meaning: 'The provider is overloaded.', remedy: 'Retry in a moment.' },
  'model-loading': { meaning: 'The server is still loading the model.', remedy: 'Wait a moment, then retry.' },
  'out-of-memory': {
    meaning: "The server doesn't have enough memory for the model.",
    remedy: 'Choose a smaller model or a smaller context window, or free memory on that machine.',
  },
  'provider-error': {
    meaning: 'The provider reported an error.',
    remedy: "Retry in a moment. If it happens again, read the provider's message or choose another model.",
  },
  unreachable: {
    meaning: "The server can't connect to the provider, or its address is blocked or redirects.",
    remedy: "Check that the provider is running, and check the model's base URL.",
  },
  timeout: { meaning: "The provider didn't respond in time.", remedy: 'Retry, or raise the time limits of the model.' },
  tls: {
    meaning: "The server can't establish a secure connection to the provider.",
    remedy: "Check whether the URL should be `http://`, this machine's clock and the certificate authority.",
  },
  interrupted: { meaning: 'The answer was cut off.', remedy: 'Retry for a new one. What arrived is kept.' },
  'refused-parameters': {
    meaning: "The model doesn't accept a parameter, or it doesn't support tools.",
    remedy: "Clear the parameter in the model's settings, or choose another model.",
  },
  'tools-rejected': {
    meaning: 'The provider rejected the tools of the gamebook.',
    remedy: "Read the provider's message, or choose another model.",
  },
  'no-tool-parser': {
    meaning: "The server isn't set up for tools.",
    remedy:
      'Start it with tool calls (vLLM: `--enable-auto-tool-choice` and `--tool-call-parser`, llama-server: `--jinja`), or choose another model.',
  },
  'template-error': {
    meaning: 'The chat template of the model rejected the request.',
    remedy: 'Choose another model. On a server of your own, you can also start it with another chat template.',
  },
  'message-order': {
    meaning: "The model doesn't accept the roles of the messages or their order.",
    remedy: 'Choose another model. On a server of your own, you can also start it with another chat template.',
  },
  'reasoning-missing': {
    meaning: "The provider requires earlier thinking that isn't stored.",
    remedy: 'Set "Thinking" to "none" in the model\'s settings, or choose another model.',
  },
  'request-rejected': {
    meaning: 'The provider rejected the request.',
    remedy:
      "Read the provider's message. If it names a setting, change that in the model's settings, or choose another model.",
  },
  'not-streaming': {
    meaning: "The provider doesn't support streaming.",
    remedy: 'Turn on "Disable streaming" for this model.',
  },
  'response-too-large': {
    meaning: 'The provider sent more than a model can answer.',
    remedy: 'Retry. If it happens again, choose another model.',
  },
  'bad-response': {
    meaning: 'The provider sent an unexpected response or a web page.',
    remedy: "Retry. If it happens again, choose another model; for a web page, check the model's base URL.",
  },
  'budget-used-up': {
    meaning: 'A budget has too little left for the request, so nothing was sent.',
    remedy: 'Raise the budget, continue with the built-in narrator, or wait until it starts over.',
  },
  'model-without-price': {
    meaning:
      "The model's price in US dollars is not known, so its cost can't be kept within a budget. Nothing was sent.",
    remedy: "Enter its price in the model's settings (0 if it is free), or choose another model.",
  },
  'answer-without-limit': {
    meaning:
      "The model doesn't accept a maximum answer length, so its use can't be kept within a budget. Nothing was sent.",
    remedy: 'Choose another model, or use a budget of turns.',
  },
  'internal-error': {
    meaning: 'A server error interrupted the answer.',
    remedy: "Retry. If it happens again, check the server's log.",
  },
  'not-stored': {
    meaning: "The answer isn't saved yet: the server can't write to its database.",
    remedy: "Check the server's disk space and its log. It saves the answer as soon as it can.",
  },
}
