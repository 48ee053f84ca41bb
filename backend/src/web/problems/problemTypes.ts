import type { ErrorCode } from '../../errors.ts'

interface ProblemType {
  readonly status: number
  readonly meaning: string
  readonly remedy: string
}

/** Every error code of the API with its HTTP status, for the responses and the reference. */
export const problemTypes: Readonly<Record<ErrorCode, ProblemType>> = {
  'bad-request': { status: 400, meaning: 'The request is malformed.', remedy: 'Check its path and headers.' },
  'empty-body': { status: 400, meaning: 'The request has no body.', remedy: 'Send a JSON object.' },
  'malformed-json': {
    status: 400,
    meaning: 'The body is not JSON.',
    remedy: 'Check it for a missing quote, comma or bracket.',
  },
  'password-required': {
    status: 401,
    meaning: 'The server requires a password, and the request has none or a wrong one.',
    remedy: 'Use the value of `LLM_GAMEBOOK_PASSWORD` with any user name.',
  },
  'foreign-host': {
    status: 403,
    meaning: "The server doesn't answer to the host name in the request.",
    remedy: 'Open it as `http://localhost`, or set `LLM_GAMEBOOK_HOST` to the name you use.',
  },
  'foreign-origin': {
    status: 403,
    meaning: 'A page of another website sent the request.',
    remedy: "Use the server's own page.",
  },
  'gamebook-read-only': {
    status: 403,
    meaning: "The gamebook comes with the app and can't be changed.",
    remedy: 'Fork it, then edit your copy.',
  },
  'budget-not-found': {
    status: 404,
    meaning: 'No budget has this id.',
    remedy: 'Reload the page: it may have been deleted elsewhere.',
  },
  'gamebook-not-found': { status: 404, meaning: 'No gamebook has this id.', remedy: 'Choose one from the library.' },
  'image-not-found': {
    status: 404,
    meaning: 'The gamebook has no cover that can be shown.',
    remedy: "Read the gamebook's diagnostics if its file names one.",
  },
  'message-not-found': { status: 404, meaning: 'The session has no such message.', remedy: 'Reload the session.' },
  'model-config-not-found': {
    status: 404,
    meaning: 'No model config has this id.',
    remedy: 'Choose another model from the list.',
  },
  'pin-not-found': {
    status: 404,
    meaning: 'The session does not have this pin.',
    remedy: 'Reload the page: it may have been removed elsewhere.',
  },
  'session-not-found': { status: 404, meaning: 'No session has this id.', remedy: 'Choose another one from the list.' },
  'session-deleted': {
    status: 410,
    meaning: 'The session was deleted. For 30 days it can be restored, unless it was deleted forever.',
    remedy: 'Restore it under "Recently deleted", or choose another one.',
  },
  'request-not-found': {
    status: 404,
    meaning: 'No request to a provider has this id.',
    remedy: 'Reload the list: it may have been deleted with its session.',
  },
  'request-text-gone': {
    status: 410,
    meaning: 'The text of the request is not kept.',
    remedy: 'Change how long texts are kept, for later requests.',
  },
  'unknown-path': {
    status: 404,
    meaning: 'Nothing exists at this path.',
    remedy: 'Compare the path with the documentation at `/api/docs`.',
  },
  'method-not-allowed': {
    status: 405,
    meaning: "The path exists, but doesn't support this method.",
    remedy: 'Use one of the methods in the `allow` header.',
  },
  'request-timeout': {
    status: 408,
    meaning: 'The request did not arrive completely in time.',
    remedy: 'Check the connection, then send it again.',
  },
  'edited-elsewhere': {
    status: 409,
    meaning:
      'The model config was changed elsewhere since it was loaded. `errors` has the saved values of the fields that differ.',
    remedy: 'Save again with the current `updatedAt`, or reload.',
  },
  'gamebook-not-playable': {
    status: 409,
    meaning: "The gamebook has errors and can't be played.",
    remedy: 'Fix its errors in the file, then reload.',
  },
  'head-moved': {
    status: 409,
    meaning: 'The story has gone on since the page that sent this was loaded: nothing was done.',
    remedy: 'Reload the session, then choose again.',
  },
  'model-config-unusable': {
    status: 409,
    meaning: "The saved settings of the model can't be used. `errors` has a message for each field.",
    remedy: 'Fix the fields under Models, then save.',
  },
  'report-running': { status: 409, meaning: 'The model is being measured.', remedy: 'Wait, or cancel the report.' },
  'cost-unknown': {
    status: 409,
    meaning: 'The cost of a model whose price is not known has no limit.',
    remedy: 'Enter its price, or set no limit.',
  },
  'benchmark-unavailable': {
    status: 409,
    meaning: 'The scripts of the benchmark are missing, or can not be read.',
    remedy: 'Restore the folder `bench/gamebooks` of the app.',
  },
  'no-model': { status: 409, meaning: 'No model is available to narrate.', remedy: 'Add one under Models.' },
  'pin-limit': { status: 409, meaning: 'The story has the maximum number of pins.', remedy: 'Remove one first.' },
  'provider-not-supported': {
    status: 409,
    meaning: 'A newer version of the app saved this model.',
    remedy: 'Use that version, or delete the model.',
  },
  'session-ended': { status: 409, meaning: 'The story has ended.', remedy: 'Start over, or undo the last turn.' },
  'state-invalid': {
    status: 409,
    meaning: 'The saved state of the story is damaged.',
    remedy: 'Undo the turn, or start over.',
  },
  'state-version': {
    status: 409,
    meaning: 'A newer version of the app saved this story.',
    remedy: 'Update the app, then open the story again.',
  },
  'too-many-budgets': {
    status: 409,
    meaning: 'The maximum number of budgets exists.',
    remedy: 'Delete one first.',
  },
  'turn-running': {
    status: 409,
    meaning: 'The narrator is still answering.',
    remedy: 'Wait for the answer or stop it, then send again.',
  },
  'unreadable-key': {
    status: 409,
    meaning: "The stored API key can't be decrypted: the server's secret has changed.",
    remedy: 'Enter the key again.',
  },
  'wrong-role': {
    status: 409,
    meaning: "Only the player's messages can be edited.",
    remedy: 'Retry the answer instead.',
  },
  'too-large': { status: 413, meaning: 'The body is too large.', remedy: 'Send a smaller body.' },
  'unsupported-media-type': {
    status: 415,
    meaning: "The content type isn't supported.",
    remedy: 'Send JSON with `content-type: application/json`.',
  },
  'gamebook-too-large-to-check': {
    status: 422,
    meaning: 'The gamebook is too large to check in the app.',
    remedy: 'Check it in a terminal, where it can use more memory: `npm run gamebook -- check <gamebook>`.',
  },
  'invalid-input': {
    status: 422,
    meaning: 'Some values are invalid. `errors` has a message for each field.',
    remedy: 'Fix the fields listed in `errors`, then send again.',
  },
  'pin-not-in-message': {
    status: 422,
    meaning: 'The message does not contain this text, or is not part of the story now.',
    remedy: 'Select the text in the story again.',
  },
  'too-many-requests': {
    status: 429,
    meaning: 'The address sent too many requests.',
    remedy: 'Wait for the number of seconds in `retry-after`.',
  },
  'headers-too-large': {
    status: 431,
    meaning: 'The headers of the request are too large.',
    remedy: 'Send fewer or shorter headers.',
  },
  'internal-error': {
    status: 500,
    meaning: 'An unexpected error happened on the server.',
    remedy: "Try again. If it happens again, find the request id in the server's log.",
  },
  'model-list-failed': {
    status: 502,
    meaning: "The provider's model list couldn't be read.",
    remedy: 'Follow the hint, which depends on what failed.',
  },
  'database-busy': {
    status: 503,
    meaning: 'Another program kept the database locked: nothing was saved.',
    remedy: 'Close that program, or wait a moment, then send again.',
  },
  'database-damaged': {
    status: 503,
    meaning: "A part of the server's database is damaged and can't be read or written.",
    remedy: 'Stop the server, then restore a backup with `npm run restore`.',
  },
  'database-unreachable': {
    status: 503,
    meaning: "The server can't reach its database.",
    remedy: 'Check that PostgreSQL is running, then send again.',
  },
  'disk-slow': {
    status: 503,
    meaning: "The server's disk can't keep up: nothing was saved.",
    remedy: 'Wait for the number of seconds in `retry-after`, then send again.',
  },
  'save-unconfirmed': {
    status: 503,
    meaning: "The server's database didn't confirm whether the change was saved.",
    remedy: 'Reload to check whether it was saved. If not, send again.',
  },
  'storage-failed': {
    status: 503,
    meaning: "The server's disk reported an error: nothing was saved.",
    remedy: "Check the disk and the server's log, then send again.",
  },
  'database-taken': {
    status: 503,
    meaning: "Another server uses this server's database now.",
    remedy: 'Use the other server, or stop it and start this one again.',
  },
  'too-many-streams': {
    status: 503,
    meaning: 'The server has reached its limit of open event streams.',
    remedy: 'Close other pages that show a story, or try again later.',
  },
  'disk-full': { status: 507, meaning: "The server's disk is full: nothing was saved.", remedy: 'Free some space.' },
  'not-writable': {
    status: 507,
    meaning: "The server can't write to its data folder: nothing was saved.",
    remedy: "Give the server's user write access.",
  },
}
