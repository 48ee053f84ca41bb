import { z } from 'zod'

import { MAX_NOTE, PIN_LIMITS } from '../../sessions/pin.ts'
import { MEMORY_MODES } from '../../sessions/sessionSettings.ts'
import { MAX_SUMMARY } from '../../sessions/summary.ts'
import { Id, Timestamp } from './common.ts'
import { isVisible, stripControls, toOneLine } from './visibleText.ts'

export const PinCreate = z
  .strictObject({
    messageId: Id,
    text: z
      .string()
      .overwrite(toOneLine)
      .refine(isVisible, { error: 'Select some words first.' })
      .max(PIN_LIMITS.characters, {
        error: `Select fewer words: a pin has at most ${PIN_LIMITS.characters} characters.`,
      })
      .describe('Text of the message, in one line'),
  })
  .meta({ id: 'PinCreate' })

export const PinParams = z.strictObject({ id: Id, pinId: Id })

/** A sentence that the narrator is always sent. */
export const PinResponse = z
  .object({
    id: Id,
    messageId: Id,
    text: z.string(),
    createdAt: Timestamp,
    isSent: z.boolean().describe('Whether its message is part of the story now; if not, the pin is not sent'),
  })
  .meta({ id: 'Pin' })
export type PinResponse = z.infer<typeof PinResponse>

export const NoteUpdate = z
  .strictObject({
    text: z
      .string()
      .overwrite(stripControls)
      .trim()
      .max(MAX_NOTE, { error: `Shorten the note: it has at most ${MAX_NOTE.toLocaleString('en-US')} characters.` }),
  })
  .meta({ id: 'NoteUpdate' })

export const SummaryUpdate = z
  .strictObject({
    text: z
      .string()
      .overwrite(stripControls)
      .trim()
      .max(MAX_SUMMARY, {
        error: `Shorten the summary: it has at most ${MAX_SUMMARY.toLocaleString('en-US')} characters.`,
      })
      .describe('If empty, no summary is sent'),
  })
  .meta({ id: 'SummaryUpdate' })

const MemoryPart = z.enum(['rules', 'tools', 'facts', 'summary', 'turns', 'state', 'actions', 'notes'])

const Turns = { from: z.int().describe('The first turn includes the opening'), to: z.int() }

/** What would be sent to the narrator with the next message, and what not. Tokens are estimates. */
export const SessionMemory = z
  .object({
    narrator: z
      .object({ name: z.string(), isBuiltin: z.boolean().describe('It reads the story itself and needs no memory') })
      .nullable()
      .describe('Null if no model can narrate'),
    mode: z.enum(MEMORY_MODES).describe('The setting of the session'),
    window: z
      .object({
        tokens: z.int(),
        source: z.enum(['config', 'provider', 'table', 'default']).describe('Where its size comes from'),
      })
      .nullable(),
    budget: z.int().nullable().describe('The part of the window that a request may fill'),
    sent: z.array(z.object({ part: MemoryPart, tokens: z.int() })).describe('Empty for the built-in narrator'),
    turnsSent: z.object(Turns).nullable().describe('Word for word'),
    turnsLeftOut: z.object({ ...Turns, tokens: z.int() }).nullable(),
    facts: z
      .array(z.object({ kind: z.string(), group: z.string(), text: z.string(), messageId: Id }))
      .describe('What happened in the turns that are left out, without what only the narrator may know'),
    factsLeftOut: z.int().describe('Facts that do not fit'),
    summary: z
      .object({
        text: z.string(),
        source: z.enum(['model', 'player']),
        turns: z.int().describe('How many of the first turns it covers'),
        isSent: z.boolean().describe('If not, it waits until its turns are no longer sent word for word'),
      })
      .nullable(),
    pins: z.array(PinResponse),
    note: z.string(),
    marked: z.int().describe('Passages of the story that differ from its state and are sent with what is true'),
    versions: z.int().describe('Messages of this session that are not part of the story now'),
  })
  .meta({ id: 'SessionMemory' })
export type SessionMemory = z.infer<typeof SessionMemory>
