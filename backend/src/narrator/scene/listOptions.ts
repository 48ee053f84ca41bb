import type { StoryView } from '@llm-gamebook/story'
import { splitAlternatives } from '../prose/alternatives.ts'
import { contentWords } from '../words/contentWords.ts'
import { isVerb } from '../words/verbs.ts'
import { phrasesOfAction } from './actionVerbs.ts'
import { joinObject } from './joinObject.ts'
import type { EntitySlot, Option } from './option.ts'
import { verbsIn } from './verbsIn.ts'

type FunctionView = StoryView['functions'][number]
type TargetView = NonNullable<FunctionView['targets']>[number]
type ClosedWayView = StoryView['closed'][number]
type RefusedFunctionView = StoryView['refused'][number]

/** All that can be done now, in the order of the file, then what is shut and says why. */
export function listOptions(view: StoryView): readonly Option[] {
  const isPlace = (graphId: string | null) => graphId !== null && view.placeGraphIds.includes(graphId)
  const open = view.functions.flatMap((fn) => {
    if (fn.targets === null) return [deed(fn, null)]
    return fn.targets.map((target) => (isPlace(fn.graphId) ? way(fn, target) : deed(fn, target)))
  })
  const shut = view.closed.map((closed) => shutWay(view, closed, isPlace(closed.graphId)))
  return [...open, ...shut, ...view.refused.map((refused) => shutDeed(view, refused))]
}

function way(fn: FunctionView, target: TargetView): Option {
  const phrases = namesOf(target.label, target.name, target.id)
  return {
    kind: 'way',
    call: { function: fn.name, args: { to: target.id } },
    action: fn.action,
    graphId: fn.graphId,
    targetId: target.id,
    label: target.label,
    name: target.name,
    description: fn.description,
    reason: null,
    slots: fn.parameters,
    phrases,
    verbs: [...contentWords(fn.name).slice(0, 1), ...phrases.flat().filter(isVerb)],
    ownVerbs: [],
  }
}

function deed(fn: FunctionView, target: TargetView | null): Option {
  const own = ownPhrases(fn)
  const ends = target === null ? [] : namesOf(target.label, target.name, target.id)
  const values = fn.parameters.flatMap((slot) => (slot.type === 'choice' ? slot.values.map(String) : []))
  const isOnly = fn.targets === null || fn.targets.length === 1
  const joined = own.flatMap((start) => ends.map((end) => unique([...start, ...end])))
  return {
    kind: 'deed',
    call: { function: fn.name, args: target === null ? {} : { to: target.id } },
    action: fn.action,
    graphId: fn.graphId,
    targetId: target?.id ?? null,
    label: target?.label ?? null,
    name: null,
    description: fn.description,
    reason: null,
    slots: fn.parameters,
    phrases: [...ends, ...joined, ...(isOnly ? own : []), ...values.map(contentWords).filter(isFilled)],
    verbs: unique([
      ...[fn.name, firstSentence(fn.description), target?.label ?? '', ...values].flatMap(verbsIn),
      ...contentWords(target?.name ?? '').filter(isVerb),
      ...ownVerbsOf(fn),
    ]),
    ownVerbs: unique([...contentWords(fn.name).filter(isVerb), ...ownVerbsOf(fn)]),
  }
}

/** What names the deed: the name of its function, each thing that its description says, and what its action is called. */
function ownPhrases(fn: Pick<FunctionView, 'name' | 'description' | 'action'> & Partial<FunctionView>): string[][] {
  const description = firstSentence(fn.description)
  const alternatives = splitAlternatives(description).map(contentWords)
  return [contentWords(fn.name), contentWords(description), ...joinObject(alternatives), ...actionPhrases(fn)]
    .filter(isFilled)
    .map((words) => [...words])
}

/** Only where the player may say which thing: a function for one certain thing is known by its author's words. */
function actionPhrases({ action, parameters }: Partial<FunctionView>): readonly (readonly string[])[] {
  const isOpen = parameters === undefined || parameters.some(({ name }) => name === 'item' || name === 'minutes')
  return isOpen || action === 'clock/advance' ? phrasesOfAction(action ?? null) : []
}

function ownVerbsOf(fn: Partial<FunctionView>): string[] {
  return actionPhrases(fn).flatMap((phrase) => phrase.slice(0, 1))
}

/** A shut way can be tried where a function moves its graph: the refusal then leaves a receipt. */
function shutWay(view: StoryView, closed: ClosedWayView, isPlace: boolean): Option {
  const fn = view.functions.find(({ graphId, targets }) => graphId === closed.graphId && targets !== null)
  const phrases = namesOf(closed.label, closed.name, closed.id)
  return {
    kind: isPlace ? 'way' : 'deed',
    call: fn === undefined ? null : { function: fn.name, args: { to: closed.id } },
    action: fn?.action ?? null,
    graphId: closed.graphId,
    targetId: closed.id,
    label: closed.label,
    name: isPlace ? closed.name : null,
    description: isPlace ? '' : (fn?.description ?? ''),
    reason: closed.reason,
    slots: fn?.parameters ?? [],
    phrases,
    verbs: isPlace ? phrases.flat().filter(isVerb) : verbsIn(closed.label ?? ''),
    ownVerbs: [],
  }
}

/** A function whose guard refuses is no tool now; its author's reason is told without a call. */
function shutDeed(view: StoryView, fn: RefusedFunctionView): Option {
  return {
    kind: 'deed',
    call: null,
    action: fn.action,
    graphId: null,
    targetId: null,
    label: null,
    name: null,
    description: fn.description,
    reason: fn.reason,
    slots: thingsFor(view, fn.action),
    phrases: ownPhrases(fn),
    verbs: unique([...verbsIn(fn.name), ...verbsIn(firstSentence(fn.description)), ...ownVerbsOf(fn)]),
    ownVerbs: unique([...contentWords(fn.name).filter(isVerb), ...ownVerbsOf(fn)]),
  }
}

/** The things that such a function might have been meant for. */
function thingsFor({ entities, carrierIds }: StoryView, action: string | null): readonly EntitySlot[] {
  if (action === null || !action.startsWith('item/')) return []
  const isTaking = action === 'item/take'
  const choices = entities.filter(({ isItem, heldBy }) => isItem && carrierIds.includes(heldBy ?? '') !== isTaking)
  return [{ name: 'item', description: '', required: true, type: 'entity', choices }]
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
