import type { StoryView } from '@llm-gamebook/story'
import { contentWords } from '../words/contentWords.ts'
import { isVerb } from '../words/verbs.ts'
import type { Option } from './option.ts'
import { verbsIn } from './verbsIn.ts'

type FunctionView = StoryView['functions'][number]
type TargetView = NonNullable<FunctionView['targets']>[number]
type ClosedWayView = StoryView['closed'][number]

/** All that can be done now, in the order of the file, then what is shut and says why. */
export function listOptions(view: StoryView, placeGraphs: ReadonlySet<string>): readonly Option[] {
  const open = view.functions.flatMap((fn) => {
    if (fn.targets === null || fn.graphId === null) return [deed(fn, null)]
    const isPlace = placeGraphs.has(fn.graphId)
    return fn.targets.map((target) => (isPlace ? way(fn, target) : deed(fn, target)))
  })
  const shut = view.closed.map((closed) => shutWay(view, closed, placeGraphs.has(closed.graphId)))
  return [...open, ...shut]
}

function way(fn: FunctionView, target: TargetView): Option {
  const phrases = namesOf(target.label, target.name, target.id)
  return {
    kind: 'way',
    call: { function: fn.name, to: target.id },
    graphId: fn.graphId,
    targetId: target.id,
    label: target.label,
    name: target.name,
    description: fn.description,
    reason: null,
    phrases,
    verbs: [...contentWords(fn.name).slice(0, 1), ...phrases.flat().filter(isVerb)],
  }
}

function deed(fn: FunctionView, target: TargetView | null): Option {
  const description = firstSentence(fn.description)
  const own = [contentWords(fn.name), contentWords(description)].filter(isFilled)
  const ends = target === null ? [] : namesOf(target.label, target.name, target.id)
  const isOnly = fn.targets === null || fn.targets.length === 1
  const joined = own.flatMap((start) => ends.map((end) => unique([...start, ...end])))
  const phrases = [...ends, ...joined, ...(isOnly ? own : [])]
  return {
    kind: 'deed',
    call: { function: fn.name, to: target?.id ?? null },
    graphId: fn.graphId,
    targetId: target?.id ?? null,
    label: target?.label ?? null,
    name: null,
    description: fn.description,
    reason: null,
    phrases,
    verbs: unique([
      ...[fn.name, description, target?.label ?? ''].flatMap(verbsIn),
      ...contentWords(target?.name ?? '').filter(isVerb),
    ]),
  }
}

/** A shut way can be tried where a function moves its graph: the refusal then leaves a receipt. */
function shutWay(view: StoryView, closed: ClosedWayView, isPlace: boolean): Option {
  const fn = view.functions.find(({ graphId, targets }) => graphId === closed.graphId && targets !== null)
  const phrases = namesOf(closed.label, closed.name, closed.id)
  return {
    kind: isPlace ? 'way' : 'deed',
    call: fn === undefined ? null : { function: fn.name, to: closed.id },
    graphId: closed.graphId,
    targetId: closed.id,
    label: closed.label,
    name: isPlace ? closed.name : null,
    description: isPlace ? '' : (fn?.description ?? ''),
    reason: closed.reason,
    phrases,
    verbs: isPlace ? phrases.flat().filter(isVerb) : verbsIn(closed.label ?? ''),
  }
}

/** What is not visible has no name; who knows of it may still say it as its id does. */
function namesOf(label: string | null, name: string | null, id: string): string[][] {
  const names = [label, name].filter((text) => text !== null).map(contentWords)
  return (name === null ? [...names, contentWords(id)] : names).filter(isFilled)
}

function firstSentence(text: string): string {
  return text.split(/[.!?](?:\s|$)/, 1)[0] ?? ''
}

function isFilled(words: readonly string[]): boolean {
  return words.length > 0
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}
