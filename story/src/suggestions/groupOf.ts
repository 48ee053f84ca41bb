import { findHandling } from '../actions/findAction.ts'
import type { SuggestionGroup } from './suggestion.ts'

/** @param label what the player says */
export function groupOf(action: string | null, label: string): SuggestionGroup {
  if (action?.startsWith('talk/') === true) return 'talk'
  const handling = findHandling(action ?? '')
  if (handling !== null) return handling.from === 'elsewhere' ? 'take' : 'do'
  if (TALK.test(label)) return 'talk'
  return TAKE.test(label) ? 'take' : 'do'
}

const TALK = /^(?:ask|tell|say|speak|talk|show|answer|greet|thank|warn|call|whisper|shout|explain|confess)\b/i

const TAKE = /^(?:take|grab|collect|pick up|pocket) /i
