import { TURN_HEADINGS } from '@llm-gamebook/story'

export interface Head {
  /** The lines of the journal. */
  readonly journal: readonly string[]
  /** Empty if there is none. */
  readonly summary: string
}

/** The first message of a history whose beginning was left out. */
export function formatHead({ journal, summary }: Head): string {
  return [
    HEADING,
    'The story began earlier. Those turns are no longer shown; this is what is known of them.',
    ...(journal.length === 0 ? [] : ['## Facts', journal.join('\n')]),
    ...(summary === '' ? [] : ['## In short', summary]),
  ].join('\n\n')
}

const HEADING = `# ${TURN_HEADINGS.storySoFar}`
