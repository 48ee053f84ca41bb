import type { Effect, Gamebook, Parameter } from '../../gamebook/gamebook.ts'
import { effectsOfFunction } from '../../gamebook/flattenEffects.ts'
import type { Condition } from '../../expressions/expression.ts'
import type { FileLocation, SourceMap } from '../sourceMap.ts'

/** A part of the gamebook that performs effects. */
export interface EffectList {
  /** Names it inside a sentence: `the function "open_gate"`. */
  readonly what: string
  readonly location: () => FileLocation
  /** The conditions that are true before its first effect. */
  readonly conditions: readonly Condition[]
  readonly effects: readonly Effect[]
  readonly parameters: ReadonlyMap<string, Parameter>
}

/** All lists of effects in the order of the file, by kind: functions, triggers, then nodes with their edges, and topics. */
export function listEffects(gamebook: Gamebook, locations: SourceMap): readonly EffectList[] {
  const known = lists.get(locations)
  if (known !== undefined) return known
  const list = collectEffectLists(gamebook, locations)
  lists.set(locations, list)
  return list
}

/** By the source map, which belongs to one gamebook. */
const lists = new WeakMap<SourceMap, readonly EffectList[]>()

function collectEffectLists(gamebook: Gamebook, locations: SourceMap): readonly EffectList[] {
  return [
    ...gamebook.functions.map((fn): EffectList => ({
      what: `the function "${fn.name}"`,
      location: () => locations.function(fn.name),
      conditions: present(fn.enabled),
      effects: [
        ...(fn.mainAction?.kind === 'action' ? [{ if: null, ...fn.mainAction }] : []),
        ...effectsOfFunction(fn),
      ],
      parameters: fn.parameters,
    })),
    ...gamebook.triggers.map(({ id, condition, effects }): EffectList => ({
      what: `the trigger "${id}"`,
      location: () => locations.trigger(id),
      conditions: [condition],
      effects,
      parameters: NONE,
    })),
    ...[...gamebook.entities.values()].flatMap(({ id, graphNode, speaker }): readonly EffectList[] => [
      ...(graphNode?.edges ?? []).map((edge): EffectList => ({
        what: `the edge from "${id}" to "${edge.to}"`,
        location: () => locations.edge(id, edge.id),
        conditions: present(edge.enabled),
        effects: edge.effects,
        parameters: NONE,
      })),
      {
        what: `the node "${id}"`,
        location: () => locations.key(id, 'on_enter'),
        conditions: [],
        effects: graphNode?.onEnter ?? [],
        parameters: NONE,
      },
      ...(speaker?.topics ?? []).map((topic): EffectList => ({
        what: `the topic "${topic.id}" of "${id}"`,
        location: () => locations.topic(id, topic.id),
        conditions: present(topic.enabled),
        effects: topic.effects,
        parameters: NONE,
      })),
    ]),
  ]
}

const NONE: ReadonlyMap<string, Parameter> = new Map()

function present(condition: Condition | null): readonly Condition[] {
  return condition === null ? [] : [condition]
}
