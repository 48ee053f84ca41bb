import type { PlayerInput } from './playerInput.ts'

/** Whether a message is only a greeting: "say hello to the keeper", "good evening", "greet him". */
export function isGreeting({ all }: Pick<PlayerInput, 'all'>): boolean {
  return GREETINGS.test(all.join(' '))
}

const GREETINGS =
  /^(i )?((say|wish|call|shout) )?(\w+ )?(hello|hi|hey|greetings|good (morning|day|afternoon|evening|night)|goodbye|greet|welcome|nod)\b(?!.*\b(and|about|if|why|that|what|where)\b)/
