import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { Computed, type Text } from '../../expressions/expression.ts'
import { holds } from '../../expressions/evaluate/evaluate.ts'
import type { ExpressionError } from '../../expressions/expressionError.ts'
import type { Entity, FieldDeclaration, Gamebook, GamebookFunction, Invariant } from '../../gamebook/gamebook.ts'
import { renderOrFallback, withFallback, type ReportFailure } from '../../state/errorFallback.ts'
import { readField } from '../../state/readField.ts'
import type { World } from '../../state/world.ts'
import { startValueOf } from '../../state/writableField.ts'
import { offerFunction } from '../../play/offeredFunctions.ts'
import { reasonWhyRefused } from '../../play/reasonWhyRefused.ts'
import { formatFieldValue } from '../../traits/formatFieldValue.ts'
import { isCurrentNode } from '../../traits/graph/currentNode.ts'
import { isInPrompt, isPromptType } from '../../traits/inPrompt.ts'
import { isOpen, isPresent, isVisible } from '../../traits/visibility.ts'
import { events, type StoryEvent } from './event.ts'
import { TextSafety } from './textSafety.ts'

/** Something that is only looked at, in every state between two calls. It changes nothing. */
export interface Observer {
  readonly name: string
  /** What is seen in a state. A failed expression is an event too, besides its report. */
  readonly look: (world: World, report: ReportFailure) => readonly StoryEvent[]
  /** For what is seen only while the story goes on. */
  readonly onlyBeforeEnd?: true
}

/** What observers see in a state. */
export function lookWith(observers: readonly Observer[], world: World, report: ReportFailure): readonly StoryEvent[] {
  const hasEnded = world.state.ended !== undefined
  return observers.flatMap(({ look, onlyBeforeEnd = false }) => (hasEnded && onlyBeforeEnd ? [] : look(world, report)))
}

/** The observers of one event each, by what the event is about. */
export const observerNames = {
  visible: (entityId: string): string => `visibility of ${entityId}`,
  goal: (goal: number | string): string => `goal ${goal}`,
  invariant: (invariant: number | string): string => `invariant ${invariant}`,
} as const

/** What a gamebook shows or states besides what its rules do: goals, invariants, visible entities and texts. */
export function listObservers(gamebook: Gamebook): readonly Observer[] {
  const { goals, invariants, entityTypes, functions } = gamebook
  const safety = new TextSafety(gamebook)
  return [
    ...goals.map((goal, index) => observeRule(observerNames.goal(index), goal, true, events.metGoal(index))),
    ...invariants.map((rule, index) =>
      observeRule(observerNames.invariant(index), rule, false, events.brokeInvariant(index)),
    ),
    ...entityTypes.flatMap((type) =>
      type.entities.flatMap((entity) => [
        observeVisibility(entity, isPromptType(type), safety.isSafeCondition(entity.described?.enabled ?? null)),
        ...textsOf(entity)
          .filter(({ text }) => !safety.isSafeText(text))
          .map(observeText),
        ...[...type.fields]
          .filter(
            ([name, { caption }]) => isComputed(gamebook, entity, name) || (caption && !safety.isSafeText(caption)),
          )
          .flatMap(([name, declaration]) => observeField(entity, name, declaration)),
      ]),
    ),
    ...entityTypes.filter(isPromptType).flatMap(({ id, instructions }) => {
      return safety.isSafeText(instructions) ? [] : [observeAlways(`${id}.instructions`, instructions)]
    }),
    ...functions.filter(({ description }) => !safety.isSafeText(description)).map((fn) => observeDescription(fn)),
  ]
}

/** An invariant that can't be evaluated is broken; a goal that can't be is not met. */
function observeRule(name: string, { condition }: Invariant, wanted: boolean, event: StoryEvent): Observer {
  return {
    name,
    look: (world) =>
      withFallback(
        () => holds(condition, world),
        false,
        name,
        () => {},
      ) === wanted
        ? [event]
        : [],
  }
}

/** The engine evaluates it for what is sent to the narrator: only then a failure is one of play. */
function observeVisibility(entity: Entity, isSent: boolean, isSafe: boolean): Observer {
  return {
    name: observerNames.visible(entity.id),
    look: (world, report) => {
      const isEvaluated = isSent || (!isSafe && isPlaceSent(world, entity))
      if (!isVisible(world, entity, isEvaluated ? report : undefined)) return []
      if (isSent && entity.container !== undefined) isOpen(world, entity, report)
      return [events.visible(entity.id)]
    },
  }
}

interface ObservedText {
  /** As a failure names it. */
  readonly where: string
  readonly text: Text
  /** Whether it is rendered in a state. */
  readonly isShown: (world: World) => boolean
}

function textsOf(entity: Entity): readonly ObservedText[] {
  const { id, described, details } = entity
  const isShown = (world: World): boolean => isDescribed(world, entity)
  const texts = [
    { where: `${id}.name`, text: described?.name, isShown: (world: World) => isVisible(world, entity) },
    { where: `${id}.description`, text: described?.description, isShown },
    ...details.map(({ text }) => ({ where: `${id}.details`, text, isShown })),
  ]
  return texts.flatMap(({ text, ...observed }) => (text === undefined ? [] : [{ text, ...observed }]))
}

/** Whether the narrator gets the description of an entity: where its type is sent, or as the place of a graph that is. */
function isDescribed(world: World, entity: Entity): boolean {
  const isSent = isInPrompt(world.gamebook, entity) || isPlaceSent(world, entity)
  return isSent && isVisible(world, entity)
}

function isPlaceSent(world: World, { id }: Entity): boolean {
  const graphs = indexOf(world.gamebook).graphsOfNode.get(id) ?? []
  return graphs.some((graph) => isInPrompt(world.gamebook, graph) && isCurrentNode(world, graph, id))
}

function observeText({ where, text, isShown }: ObservedText): Observer {
  return {
    name: where,
    look: (world, report) => {
      if (isShown(world)) renderOrFallback(world, text, where, report)
      return []
    },
  }
}

function observeAlways(where: string, text: Text): Observer {
  return {
    name: where,
    look: (world, report) => {
      renderOrFallback(world, text, where, report)
      return []
    },
  }
}

/** What a function is for is said while it can be called, and where an author's reason refuses it. */
function observeDescription(fn: GamebookFunction): Observer {
  const where = `${fn.name}.description`
  return {
    name: where,
    look: (world, report) => {
      const failures: ExpressionError[] = []
      renderOrFallback(world, fn.description, where, (_, error) => failures.push(error))
      // Whether it is said depends on far more than the text does.
      const isSaid = failures.length > 0 && isSaidNow(world, fn)
      if (isSaid) failures.forEach((error) => report(where, error))
      return []
    },
    onlyBeforeEnd: true,
  }
}

function isSaidNow(world: World, fn: GamebookFunction): boolean {
  const ignore = (): void => {}
  return offerFunction(world, fn, ignore) !== null || reasonWhyRefused(world, fn, ignore) !== null
}

function isComputed(gamebook: Gamebook, entity: Entity, field: string): boolean {
  return startValueOf(gamebook, entity, field) instanceof Computed
}

/** The values and captions that the status panel shows. */
function observeField(entity: Entity, field: string, declaration: FieldDeclaration): readonly Observer[] {
  const { show, caption, tell } = declaration
  const where = `${entity.id}.${field}`
  if (show === 'hidden' && !tell) return []
  return [
    {
      name: where,
      look: (world, report) => {
        if (!isPresent(world, entity)) return []
        withFallback(() => formatFieldValue(world, declaration, readField(world, entity.id, field)), '', where, report)
        if (caption !== null) renderOrFallback(world, caption, `${where}.caption`, report)
        return []
      },
    },
  ]
}
