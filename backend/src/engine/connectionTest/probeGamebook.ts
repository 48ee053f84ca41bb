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
  - name: Office
    instructions: Can be reported to.
    traits: [described]
    entities:
      - {id: office_12, name: Harbor office, description: A room above the harbor.}
      - {id: office_27, name: Customs office, description: A room beside the bridge.}
  - name: Test
    instructions: Call report_ready when the message asks for it.
    fields: {reported: {type: boolean}}
    traits: [described]
    entities:
      - id: test
        name: Test
        description: A test.
`

/**
 * What the second turn can call. The opening has no tools yet, which shows whether it is the tools that fail. Its argument
 * is an id from the message of the turn, in place of which some models make one up.
 */
const FUNCTIONS = `        functions:
          - name: report_ready
            description: Reports that you are ready.
            parameters: {to: {type: entity, of: Office, description: The office to report to.}}
            effects: [{state/set: {field: reported, value: true}}]
`

export const CALL_FOR_TOOL = 'Call report_ready to report to the Harbor office.'

export function readProbeGamebook(step: 'opening' | 'tool-call'): Gamebook {
  const { gamebook } = readGamebook(step === 'opening' ? SOURCE : SOURCE + FUNCTIONS)
  if (gamebook === null) throw new Error('The gamebook of the connection test is invalid.')
  return gamebook
}
