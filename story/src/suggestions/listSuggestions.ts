import { performCall } from '../play/callFunction.ts'
import { listHiddenNames } from '../prompt/listHiddenNames.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { listCandidates } from './candidates.ts'
import { listClosed } from './closedSuggestions.ts'
import type { Candidate, Suggestion } from './suggestion.ts'
import { suggestionGroups } from './suggestion.ts'
import { type Attempt, tryInput } from './tryInput.ts'

/** More are never useful, and each of them is tried. */
const MOST = 60

/**
 * What the player can do now, in the author's labels: by group, what was done before last. Every call has been tried,
 * so it is carried out in this state. Then what the author refuses with a reason. Empty after the end, and in a
 * gamebook without suggestions.
 */
export function listSuggestions(world: World, report: ReportFailure): readonly Suggestion[] {
  if (!world.gamebook.suggestions || world.state.ended !== undefined) return []
  const possible = listCandidates(world, report)
    .slice(0, MOST)
    .flatMap((candidate) => tryCandidate(world, candidate))
  const open = inOrder(possible).map(({ comesLast, ...suggestion }) => suggestion)
  const all = [...open, ...listClosed(world, report)]
  return withoutRepetitions(withoutNames(all, listHiddenNames(world)))
}

type Possible = Suggestion & Pick<Candidate, 'comesLast'>

function tryCandidate(world: World, candidate: Candidate): readonly Possible[] {
  const { group, label, call, comesLast } = candidate
  const attempt: Attempt = (args) =>
    performCall(world, { function: call.function, args, by: 'player' }, ignore).refusal === null
  const input =
    candidate.input.length === 0 ? (attempt(call.args) ? [] : null) : tryInput(candidate.input, call.args, attempt)
  if (input === null) return []
  const id = [call.function, ...Object.values(call.args).filter((value) => value !== null)].join(':')
  return [{ id, group, label, call, input, reason: null, comesLast }]
}

/** What fails here is tried only, so it is no event of the story. */
const ignore = (): void => {}

function inOrder(suggestions: readonly Possible[]): readonly Possible[] {
  return suggestionGroups.flatMap((group) => {
    const ofGroup = suggestions.filter((suggestion) => suggestion.group === group)
    return [...ofGroup.filter(({ comesLast }) => !comesLast), ...ofGroup.filter(({ comesLast }) => comesLast)]
  })
}

/** Without those whose texts name someone or something that is secret. */
function withoutNames(suggestions: readonly Suggestion[], names: readonly string[]): readonly Suggestion[] {
  if (names.length === 0) return suggestions
  const hidden = names.map((name) => name.toLowerCase())
  return suggestions.filter(({ label, reason }) => {
    const text = `${label}\n${reason ?? ''}`.toLowerCase()
    return !hidden.some((name) => text.includes(name))
  })
}

/** The first of each label, such as one of two lamps. */
function withoutRepetitions(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const seen = new Set<string>()
  return suggestions.filter(({ label }) => {
    const isNew = !seen.has(label) && !label.includes(FAILED)
    seen.add(label)
    return isNew
  })
}

/** A text of the author that could not be rendered. */
const FAILED = '(error)'
