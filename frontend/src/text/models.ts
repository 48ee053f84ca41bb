import { createText } from './createText.ts'

/** The list of models, the form of a model and the connection test. */
export const modelsText = createText({
  title: 'Models',
  lead: 'Choose who narrates your stories. The engine enforces the rules either way.',
  list: {
    label: 'Models',
    moved: 'Moved “{name}” to position {place, number} of {count, number}.',
    moveUp: 'Move {name} up',
    moveDown: 'Move {name} down',
    builtin: 'The author’s own words, no AI',
    default: 'Default narrator',
  },
  noModels: {
    builtinTitle: 'Play without a model: the built-in narrator',
    builtin: 'It uses the author’s own words and follows every rule. No key, no cost, no third party.',
    builtinName: 'Built-in narrator',
    browse: 'Browse gamebooks',
    restore: 'Restore it',
    modelTitle: 'Play with a language model',
    model: 'Let a language model tell the story: hosted, with your API key, or on your own computer.',
  },
  unsupported: {
    title: 'From a newer version',
    hint: 'This version doesn’t support their providers. They are kept for when you update.',
    delete: 'Delete {name}',
    impact: 'Its settings and key are deleted.',
  },
  transfer: {
    label: 'Import and export',
    export: 'Export',
    import: 'Import',
    note: 'Exports leave out API keys, secret headers and secret fields.',
  },
  importReport: {
    empty: 'The file contains no models.',
    added: 'Added: <models></models>. API keys are never exported: enter them where needed.',
    entry: 'entry {number}',
    named: '“{name}”',
    notImported: 'Not imported: {entry}.',
  },
  test: {
    label: 'Connection test',
    note: 'Uses the values above. Nothing is saved.',
    running: '{seconds, plural, =0 {Testing…} other {Testing… # s}}',
    passed: 'This model is ready to narrate.',
    warning: 'The connection works, but see the warnings above.',
    failed: 'This model can’t narrate with these settings.',
    copy: 'Copy the result',
    step: {
      reach: 'Reach the server',
      authenticate: 'Check the API key',
      model: 'Find the model',
      stream: 'Stream an answer',
      'tool-call': 'Call a tool',
    },
    outcome: {
      passed: 'passed',
      warning: 'passed with a warning',
      failed: 'failed',
    },
    outcomeAndTime: '{outcome}, {time}',
    milliseconds: '{count, number} ms',
    seconds: '{count} s',
    report: 'Connection test of {time}: {outcome}',
    reportStep: '{outcome}  {step}, {time}',
  },
})
