import { isInPrompt } from '../../../traits/inPrompt.ts'
import { renderDescription, renderName } from '../../../traits/described/prompt.ts'
import type { Condition } from '../../../expressions/expression.ts'
import type { Gamebook } from '../../../gamebook/gamebook.ts'
import { holds } from '../../../expressions/evaluate/evaluate.ts'
import { ExpressionError } from '../../../expressions/expressionError.ts'
import { indexOf } from '../../../gamebook/gamebookIndex.ts'
import type { Json } from '../../../json.ts'
import type { EffectRecord, Receipt } from '../../../state/receipt.ts'
import type { StoryState } from '../../../state/storyState.ts'
import type { World } from '../../../state/world.ts'
import { currentNodeId } from '../../../traits/graph/currentNode.ts'
import { isOpen, isVisible } from '../../../traits/visibility.ts'
import { events, type StoryEvent } from '../../programs/event.ts'

/** Notes what happens while the engine plays. `now` says when, for the notes that follow. */
export class Observer<When> {
  /** What happened, and when it first did. */
  readonly events = new Map<StoryEvent, When>()
  readonly conditions = { true: new Map<Condition, When>(), false: new Map<Condition, When>() }
  /** Triggers that the engine stopped because they kept setting each other off. */
  readonly loops = new Map<string, When>()
  now: When
  private readonly gamebook: Gamebook
  /** The triggers whose condition was true in their current run. */
  private truths = new Set<string>()
  private readonly triggers: ReadonlyMap<Condition, string>

  constructor(gamebook: Gamebook, now: When) {
    this.gamebook = gamebook
    this.now = now
    this.triggers = new Map(gamebook.triggers.map(({ condition, id }) => [condition, id]))
  }

  note(event: StoryEvent): void {
    if (!this.events.has(event)) this.events.set(event, this.now)
  }

  readonly observe = (condition: Condition, outcome: boolean): void => {
    const known = this.conditions[outcome ? 'true' : 'false']
    if (!known.has(condition)) known.set(condition, this.now)
    const trigger = this.triggers.get(condition)
    if (outcome && trigger !== undefined) this.truths.add(trigger)
  }

  readonly report = (where: string): void => this.note(events.failure(where))

  /** What is so before anything happens. */
  noteStart(): void {
    const { graphs, items } = indexOf(this.gamebook)
    for (const { id, graph } of graphs) if (graph !== undefined) this.note(events.entered(id, graph.startNodeId))
    for (const { id, item } of items) if (item?.heldBy != null) this.note(events.held(id))
  }

  /** An accepted call, before triggers. `before` is the state in which it was made. */
  noteCall(before: World, receipt: Receipt): void {
    const { function: name = '', roll, action, args, edge } = receipt
    this.note(events.called(name))
    if (roll?.success !== undefined) this.note(roll.success ? events.passedCheck(name) : events.failedCheck(name))
    if (action === 'graph/transition' && roll?.success !== false) {
      const { entity_id: id, to } = mappingOf(args)
      const graph = typeof id === 'string' ? this.gamebook.entities.get(id) : undefined
      if (graph !== undefined && typeof to === 'string')
        this.note(events.usedEdge(graph.id, currentNodeId(before, graph), edge ?? to))
    }
    this.noteRecord(receipt)
  }

  /** Call it before triggers run. */
  startTriggers(): void {
    this.truths = new Set()
  }

  /** What triggers have done, after `startTriggers`. */
  noteTriggers(before: StoryState, after: StoryState, receipts: readonly Receipt[]): void {
    for (const receipt of receipts) {
      if (receipt.result === 'failed') this.noteFailure(receipt)
      if (receipt.result === 'applied') this.noteRecord(receipt)
      if (receipt.trigger !== undefined && !receipt.trigger.endsWith('#reveal_when'))
        this.note(events.fired(receipt.trigger))
    }
    for (const { id, once } of this.gamebook.triggers) {
      const was = before.triggers[id] ?? { on: false, fired: 0 }
      const isDue = this.truths.has(id) && !was.on && !(once && was.fired > 0)
      if (isDue || (after.triggers[id]?.fired ?? 0) > was.fired) this.note(events.fired(id))
    }
  }

  /** A state between two calls, or at the end. */
  noteState(world: World): void {
    const { state, gamebook } = world
    if (state.ended !== undefined) this.note(events.ended(endingOf(state.ended)))
    for (const entity of gamebook.entities.values()) if (isVisible(world, entity)) this.note(events.visible(entity.id))
    this.showPrompt(world)
    for (const [speaker, topics] of Object.entries(state.discussed ?? {}))
      for (const topic of topics) this.note(events.discussed(speaker, topic))
    gamebook.goals.forEach(({ condition }, index) => {
      if (isMet(world, condition)) this.note(events.metGoal(index))
    })
    gamebook.invariants.forEach(({ condition }, index) => {
      if (!isMet(world, condition)) this.note(events.brokeInvariant(index))
    })
  }

  /** What the narrator is shown of visible entities, as far as it can fail. */
  private showPrompt(world: World): void {
    const report = (where: string): void => this.note(events.failure(where))
    for (const entity of world.gamebook.entities.values()) {
      const isSent = isInPrompt(world.gamebook, entity)
      if (!(isSent || this.isPlaceSent(world, entity.id)) || !isVisible(world, entity, report)) continue
      renderName(world, entity, report)
      renderDescription(world, entity, report)
      if (isSent && entity.container !== undefined) isOpen(world, entity, report)
    }
  }

  /** Whether a node is where a graph is that the narrator is shown. */
  private isPlaceSent(world: World, id: string): boolean {
    const graphs = [...world.gamebook.entities.values()].filter((entity) => entity.graph !== undefined)
    return graphs.some((graph) => isInPrompt(world.gamebook, graph) && currentNodeId(world, graph) === id)
  }

  private noteRecord(record: EffectRecord): void {
    if (record.action === 'talk/ask') {
      const { entity_id: speaker, topic } = mappingOf(record.args)
      if (typeof speaker === 'string' && typeof topic === 'string') this.note(events.discussed(speaker, topic))
    }
    for (const { entity, field, after } of record.changes) {
      if (field === 'current_node_id' && typeof after === 'string') this.note(events.entered(entity, after))
      if (field === 'revealed') this.note(events.revealed(entity))
      if (field === 'held_by' && after !== null) this.note(events.held(entity))
    }
    for (const effect of record.effects ?? []) this.noteRecord(effect)
  }

  private noteFailure({ args, code }: Receipt): void {
    const { where = null } = mappingOf(args)
    const names = Array.isArray(where) ? where : [where]
    for (const name of names) {
      if (typeof name !== 'string') continue
      if (code === 'trigger-limit') this.loops.set(name, this.loops.get(name) ?? this.now)
      else this.note(events.failure(name))
    }
  }
}

/** What `events.ended` takes. */
export function endingOf(ended: NonNullable<StoryState['ended']>): string {
  return 'node' in ended ? ended.node : `:${ended.reason ?? ''}`
}

/** Whether a condition is true. One that fails is not. */
export function isMet(world: World, condition: Condition): boolean {
  try {
    return holds(condition, world)
  } catch (error) {
    if (error instanceof ExpressionError) return false
    throw error
  }
}

function mappingOf(value: Json): { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && isMapping(value) ? value : {}
}

function isMapping(value: object): value is { readonly [key: string]: Json } {
  return !Array.isArray(value)
}
