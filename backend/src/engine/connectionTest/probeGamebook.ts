import { type Gamebook, readGamebook } from '@llm-gamebook/story'

/** The smallest story that makes a model answer with text and with a tool call. */
const SOURCE = `title: Connection test
description: A test of the connection, in the form of a story.
prompt:
  role: This is a test of the connection to you. There is no story to narrate.
  goal: Do what the message asks, in as few words as possible.
  rules: null
  format: One short sentence.
  opening: "Answer with the single word: ready."
entity_types:
  - name: Test
    instructions: Call report_ready when the message asks for it.
    fields: {reported: {type: boolean}}
    traits: [described]
    entities:
      - id: test
        name: Test
        description: A test.
        functions:
          - name: report_ready
            description: Reports that you are ready.
            parameters: {word: {type: choice, values: [ready], description: The word to report.}}
            effects: [{state/set: {field: reported, value: true}}]
`

export const CALL_FOR_TOOL = 'Call report_ready with the word "ready".'

export function readProbeGamebook(): Gamebook {
  const { gamebook } = readGamebook(SOURCE)
  if (gamebook === null) throw new Error('The gamebook of the connection test is invalid.')
  return gamebook
}
