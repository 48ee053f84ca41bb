import { createText } from './createText.ts'

/** What the shell and several rooms show. It is part of the first load. */
export const commonText = createText({
  appName: 'LLM Gamebook',
  documentTitle: '{page} · LLM Gamebook',
  opening: 'Opening…',
  tryAgain: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  justNow: 'just now',
  builtinNarrator: 'Built-in narrator · no AI',
  createModel: 'Create new model',
  modelActions: {
    edit: 'Edit',
    test: 'Test connection',
    duplicate: 'Duplicate',
    delete: 'Delete',
  },
  deleteModel: {
    group: 'Delete {name}?',
    question: 'Delete the model “{name}”?',
    unused: 'No sessions use it.',
    replaced:
      '{count, plural, one {# session will use “{replacement}” instead.} other {# sessions will use “{replacement}” instead.}}',
    noReplacement:
      '{count, plural, one {# session stays readable and can continue once you add another model.} other {# sessions stay readable and can continue once you add another model.}}',
    key: 'Its stored API key is deleted too.',
    delete: 'Delete',
    keep: 'Keep it',
  },
  key: {
    stored: 'API key',
    storedEnding: 'API key ending in {end}',
    server: 'Server’s API key',
    serverEnding: 'Server’s API key ending in {end}',
    unreadable: 'API key can’t be read: enter it again',
    missing: 'No API key',
  },
  lastTest: {
    none: 'Not tested',
    passed: 'Test passed {ago}',
    warning: 'Test passed with a warning {ago}',
    failed: 'Test failed {ago}',
  },
  badge: {
    keyUnreadable: 'key can’t be read',
    noKey: 'no key',
    local: 'runs locally',
    testPassed: 'test passed',
    testWarning: 'test passed with a warning',
    testFailed: 'test failed',
  },
  pageError: {
    detail: 'Something went wrong on this page.',
    hint: 'Your stories are saved on the server. Reload the page to continue.',
    reload: 'Reload the page',
  },
  serverUnreachable: {
    detail: 'Can’t reach the server.',
    hint: 'Check that it is running, then try again. Nothing is lost.',
  },
  unexpectedResponse: {
    detail: 'The server sent an unexpected response.',
    hint: 'Reload the page. If it happens again, check the server’s log.',
  },
  notFound: {
    title: 'Not found',
    page: 'Page not found.',
    gamebook: 'Gamebook not found.',
    model: 'Model not found.',
    session: 'Session not found.',
    request: 'Request not found.',
    hint: 'It may have been deleted, or the address may contain a typo.',
    back: 'Go to all gamebooks',
  },
})
