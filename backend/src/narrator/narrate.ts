import type { NarratorInput } from './narratorInput.ts'
import type { OptionCall } from './scene/option.ts'
import { toScene } from './scene/scene.ts'
import { narrateAnswer } from './narration/answers.ts'
import { narrateOpening } from './narration/opening.ts'
import { toText } from './narration/paragraphs.ts'
import { narrateResults } from './narration/results.ts'
import type { Intent } from './understand/intent.ts'
import { nextIntent } from './understand/nextIntent.ts'

/** One step of a turn: a function call, or the text of the answer. */
export type Narration =
  { readonly kind: 'call'; readonly call: OptionCall } | { readonly kind: 'text'; readonly text: string }

/** Decides the next step of the built-in narrator. The same input always gives the same result. */
export function narrate(input: NarratorInput, offeredTools: ReadonlySet<string>): Narration {
  const scene = toScene(input)
  const { view } = scene
  const intent = input.isDone === true ? null : nextIntent(input, scene)
  if (isCall(intent) && offeredTools.has(intent.call.function)) return { kind: 'call', call: intent.call }
  const answer = isCall(intent) ? ({ kind: 'unclear', near: [] } as const) : intent
  if (input.results.length > 0) {
    const further = answer === null || view.ending !== null ? [] : narrateAnswer(answer, scene)
    return { kind: 'text', text: toText([...narrateResults(input, scene), ...further]) }
  }
  if (view.ending !== null || isNews(input)) return { kind: 'text', text: toText(narrateResults(input, scene)) }
  if (answer === null) return { kind: 'text', text: toText(narrateOpening(scene, input.narrations)) }
  return { kind: 'text', text: toText(narrateAnswer(answer, scene)) }
}

function isCall(intent: Intent | null): intent is Extract<Intent, { readonly kind: 'call' | 'walk' }> {
  return intent?.kind === 'call' || intent?.kind === 'walk'
}

/** Whether the author has words for what happened after the player's message or after the opening. */
function isNews({ before, message, narrations }: NarratorInput): boolean {
  return narrations.length > 0 && (message !== null || before !== null)
}
