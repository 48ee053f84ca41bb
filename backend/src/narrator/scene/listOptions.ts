import { findHandling, type StoryView } from '@llm-gamebook/story'
import { isCommand } from '../prose/isCommand.ts'
import { splitAlternatives } from '../prose/alternatives.ts'
import { contentWords } from '../words/contentWords.ts'
import { isVerb } from '../words/verbs.ts'
import { phrasesOfAction } from './actionVerbs.ts'
import { joinObject } from './joinObject.ts'
import type { EntitySlot, Option } from './option.ts'
import { verbsIn } from './verbsIn.ts'

type FunctionView = StoryView['functions'][number]
type TargetView = NonNullable<FunctionView['targets']>[number]
type ClosedExitView = StoryView['closed'][number]
type RefusedFunctionView = StoryView['refused'][number]

/** Everything the player can do now, except asking about topics, in the order of the file; then the closed exits and the refused functions. */
export function listOptions(view: StoryView): readonly Option[] {
  const isPlace = (graphId: string | null) => graphId !== null && view.placeGraphIds.includes(graphId)
  const available = view.functions
    .filter(({ asks }) => asks === null)
    .flatMap((fn) => {
      if (fn.targets === null) return [actionOption(fn, null)]
      return fn.targets.map((target) => (isPlace(fn.graphId) ? exitOption(fn, target) : actionOption(fn, target)))
    })
  const closed = view.closed.map((exit) => closedOption(view, exit, isPlace(exit.graphId)))
  return [...available, ...closed, ...view.refused.map((fn) => refusedOption(view, fn))]
}

function exitOption(fn: FunctionView, target: TargetView): Option {
  const phrases = namesOf(target.label, target.name, target.id)
  return {
    kind: 'exit',
    call: { function: fn.name, args: { to: target.id } },
    action: fn.action,
    graphId: fn.graphId,
    targetId: target.id,
    nodeId: target.nodeId,
    label: target.label,
    name: target.name,
    description: fn.description,
    reason: null,
    slots: fn.parameters,
    phrases,
    verbs: [...contentWords(fn.name).slice(0, 1), ...verbsOfLabel(target.label)],
    ownVerbs: [],
  }
}

function actionOption(fn: FunctionView, target: TargetView | null): Option {
  const named = { ...fn, choosesItem: fn.parameters.some(({ name }) => name === 'item') }
  const own = ownPhrases(named)
  const ends = target === null ? [] : namesOf(target.label, target.name, target.id)
  const values = fn.parameters.flatMap((slot) => (slot.type === 'choice' ? slot.values.map(String) : []))
  const isOnly = fn.targets === null || fn.targets.length === 1
  const joined = own.flatMap((start) => ends.map((end) => unique([...start, ...end])))
  return {
    kind: 'action',
    call: { function: fn.name, args: target === null ? {} : { to: target.id } },
    action: fn.action,
    graphId: fn.graphId,
    targetId: target?.id ?? null,
    nodeId: target?.nodeId ?? null,
    label: target?.label ?? null,
    name: null,
    description: fn.description,
    reason: null,
    slots: fn.parameters,
    phrases: [...ends, ...joined, ...(isOnly ? own : []), ...values.map(contentWords).filter(isFilled)],
    verbs: unique([
      ...[fn.name, firstSentence(fn.description), target?.label ?? '', ...values].flatMap(verbsIn),
      ...contentWords(target?.name ?? '').filter(isVerb),
      ...ownVerbsOf(named),
    ]),
    ownVerbs: unique([...contentWords(fn.name).filter(isVerb), ...ownVerbsOf(named)]),
  }
}

type NamedFunction = Pick<RefusedFunctionView, 'name' | 'description' | 'action' | 'choosesItem'>

/** The phrases that name an action: the function's name, the alternatives in its description, and the action's usual verbs. */
function ownPhrases(fn: NamedFunction): string[][] {
  const description = firstSentence(fn.description)
  const alternatives = splitAlternatives(description).map(contentWords)
  return [contentWords(fn.name), contentWords(description), ...joinObject(alternatives), ...commonPhrases(fn)]
    .filter(isFilled)
    .map((words) => [...words])
}

/** Only for functions where the player chooses the item: a function for one fixed item is named by its author's words. */
function commonPhrases({ action, choosesItem }: NamedFunction): readonly (readonly string[])[] {
  const hasItem = findHandling(action ?? '') !== null
  return !hasItem || choosesItem ? phrasesOfAction(action) : []
}

function ownVerbsOf(fn: NamedFunction): string[] {
  return commonPhrases(fn).flatMap((phrase) => phrase.slice(0, 1))
}

/** A closed exit can be tried if a function moves its graph: the refusal then leaves a receipt. */
function closedOption(view: StoryView, exit: ClosedExitView, isPlace: boolean): Option {
  const fn = view.functions.find(({ graphId, targets }) => graphId === exit.graphId && targets !== null)
  const phrases = namesOf(exit.label, exit.name, exit.id)
  return {
    kind: isPlace ? 'exit' : 'action',
    call: fn === undefined ? null : { function: fn.name, args: { to: exit.id } },
    action: fn?.action ?? null,
    graphId: exit.graphId,
    targetId: exit.id,
    nodeId: exit.id,
    label: exit.label,
    name: isPlace ? exit.name : null,
    description: isPlace ? '' : (fn?.description ?? ''),
    reason: exit.reason,
    slots: fn?.parameters ?? [],
    phrases,
    verbs: isPlace ? verbsOfLabel(exit.label) : verbsIn(exit.label ?? ''),
    ownVerbs: [],
  }
}

/** A function whose guard refuses is not offered as a tool; the narrator gives the author's reason without a call. */
function refusedOption(view: StoryView, fn: RefusedFunctionView): Option {
  return {
    kind: 'action',
    call: null,
    action: fn.action,
    graphId: null,
    targetId: null,
    nodeId: null,
    label: null,
    name: null,
    description: fn.description,
    reason: fn.reason,
    slots: fn.choosesItem ? itemSlots(view, fn.action) : [],
    phrases: ownPhrases(fn),
    verbs: unique([...verbsIn(fn.name), ...verbsIn(firstSentence(fn.description)), ...ownVerbsOf(fn)]),
    ownVerbs: unique([...contentWords(fn.name).filter(isVerb), ...ownVerbsOf(fn)]),
  }
}

/** The items that a refused function could have been meant for. */
function itemSlots({ entities, inventoryIds }: StoryView, action: string | null): readonly EntitySlot[] {
  const handling = findHandling(action ?? '')
  if (handling === null) return []
  const isCarried = handling.from === 'inventory'
  const choices = entities.filter(({ isItem, heldBy }) => isItem && inventoryIds.includes(heldBy ?? '') === isCarried)
  return [{ name: 'item', description: '', required: true, type: 'entity', choices }]
}

/** The verbs of "climb the ladder"; none of "down the steps", which has the same words as a noun. */
function verbsOfLabel(label: string | null): string[] {
  return label !== null && isCommand(label) ? verbsIn(label) : []
}

/** A hidden target has no name, but a player who knows of it can still use the words of its id. */
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
