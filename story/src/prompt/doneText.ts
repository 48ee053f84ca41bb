import type { CallResult, FunctionCall } from '../play/callFunction.ts'
import { TURN_HEADINGS } from './headings.ts'
import { momentBlocks } from './buildTurnText.ts'

/** What the player did by a call of their own, before this turn's text, or what was refused. */
export function buildDoneText(call: Pick<FunctionCall, 'function' | 'args'>, result: CallResult): string {
  const written = `${call.function} ${JSON.stringify(call.args)}`
  return [`# ${TURN_HEADINGS.done}`, ...blocksOf(written, result)].join('\n\n')
}

function blocksOf(call: string, result: CallResult): readonly string[] {
  if (result.result !== 'applied') {
    const reason = result.result === 'refused' ? result.reason : result.message
    return [
      `This was refused, and nothing has changed: ${call}. Narrate that; do not call it again.`,
      `- ${oneLine(reason)}`,
    ]
  }
  const { check, changed, narrations = [] } = result
  const facts = [...(check === undefined ? [] : [`The check has ${check}.`]), ...changed]
  return [
    `This has happened by the call ${call}. Narrate it; do not call it again.`,
    facts.map((fact) => `- ${oneLine(fact)}`).join('\n'),
    ...momentBlocks(narrations),
  ]
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ')
