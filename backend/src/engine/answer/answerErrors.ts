import type { FailureCode } from '../../models/failure/failure.ts'

export type AnswerErrorCode = FailureCode | 'internal-error' | 'not-stored'

/** Every error code of an answer, for the reference. An answer's own texts also name its provider and host. */
export const answerErrors: Readonly<Record<AnswerErrorCode, { readonly meaning: string; readonly remedy: string }>> = {
  'invalid-key': { meaning: 'The provider rejected the API key.', remedy: "Enter this model's API key again." },
  'no-credit': { meaning: 'The account is out of credit.', remedy: 'Add credit, or choose another model.' },
  'rate-limited': { meaning: 'The provider is limiting requests.', remedy: 'Wait a moment, then retry.' },
  'model-not-found': {
    meaning: 'The provider has no model with this name.',
    remedy: 'Choose one from its list under Models.',
  },
  'context-too-long': {
    meaning: 'The story has become too long for this model.',
    remedy: 'Choose a model with a larger context window.',
  },
  'content-filtered': {
    meaning: 'The provider declined to continue.',
    remedy: 'Rephrase your message, undo the turn, or choose another model.',
  },
  overloaded: { meaning: 'The provider is overloaded.', remedy: 'Retry in a moment.' },
  unreachable: {
    meaning: "The server can't connect to the provider, or its address is blocked or redirects.",
    remedy: "Check that the provider is running, and check the model's base URL.",
  },
  timeout: { meaning: "The provider didn't respond in time.", remedy: 'Retry.' },
  tls: {
    meaning: "The server can't establish a secure connection to the provider.",
    remedy: "Check whether the URL should be `http://`, this machine's clock and the certificate authority.",
  },
  interrupted: { meaning: 'The answer was cut off.', remedy: 'Retry for a new one. What arrived is kept.' },
  'refused-parameters': {
    meaning: "The model doesn't accept a parameter, or it doesn't support tools.",
    remedy: "Clear the parameter in the model's settings, or choose another model.",
  },
  'not-streaming': {
    meaning: "The provider doesn't support streaming.",
    remedy: 'Turn on "Disable streaming" for this model.',
  },
  'bad-response': {
    meaning: 'The provider sent an unexpected response.',
    remedy: "Retry. If it happens again, check the model's base URL.",
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
