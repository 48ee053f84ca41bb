import { z } from 'zod'

/** How a story is narrated, as its player chose; null is the default of the gamebook. */
export interface NarrationSettings {
  readonly person: 'first' | 'second' | 'third' | null
  readonly tense: 'present' | 'past' | null
  /** About how many words an answer has. */
  readonly length: number | null
  /** The name of a language, in one line. */
  readonly language: string | null
  readonly tone: string | null
  /** What the story may show and what it leaves out. */
  readonly content: string | null
  readonly dialogue: 'little' | 'some' | 'much' | null
}

export const NARRATION_LIMITS = {
  length: { min: 30, max: 600 },
  language: 60,
  tone: 100,
  content: 300,
} as const

const { length, language, tone, content } = NARRATION_LIMITS

/** Settings as they are stored: one that no longer fits is the default. */
export const NarrationSettings: z.ZodType<NarrationSettings> = z.object({
  person: z.enum(['first', 'second', 'third']).nullable().catch(null),
  tense: z.enum(['present', 'past']).nullable().catch(null),
  length: z.int().min(length.min).max(length.max).nullable().catch(null),
  language: z.string().max(language).nullable().catch(null),
  tone: z.string().max(tone).nullable().catch(null),
  content: z.string().max(content).nullable().catch(null),
  dialogue: z.enum(['little', 'some', 'much']).nullable().catch(null),
})

export const DEFAULT_NARRATION: NarrationSettings = {
  person: null,
  tense: null,
  length: null,
  language: null,
  tone: null,
  content: null,
  dialogue: null,
}
