import { indexOf } from '../../gamebook/gamebookIndex.ts'
import type { Json } from '../../json.ts'
import { storedFields, visitsOfGraph } from '../../state/stored.ts'
import type { StoryState } from '../../state/storyState.ts'
import { events, type StoryEvent } from './event.ts'
import type { Leaf, Write } from './program.ts'
import { endingOf } from './receiptEvents.ts'
import type { Run } from './run.ts'
import type { StateVariable } from './stateVariable.ts'

type Result = Omit<Leaf, 'kind' | 'events'>

/** The result of a run that changes nothing. */
export const UNCHANGED: Result = { writes: [], ended: null, resets: false, refusal: null, answer: null }

/** What a run has written; its events are added to those of the run. */
export function resultOf(run: Run, state: StoryState): Result {
  const resets = state.unknown === undefined
  const writes = [
    ...fieldWrites(run, state),
    ...loadWrites(run, state, resets),
    ...visitWrites(run, state, resets),
    ...topicWrites(run, state),
  ]
  for (const event of writtenEvents(state)) run.events.add(event)
  const ended = endingOf(state)
  if (ended !== null) run.events.add(events.ended(ended))
  return { ...UNCHANGED, writes, ended, resets }
}

/** What has happened in a run, by what it has written. */
export function writtenEvents({ entities, visited, discussed = {} }: StoryState): readonly StoryEvent[] {
  return [
    ...Object.entries(entities).flatMap(([id, fields]) => [
      ...(Object.hasOwn(fields, 'revealed') ? [events.revealed(id)] : []),
      ...((fields['held_by'] ?? null) === null ? [] : [events.held(id)]),
    ]),
    ...Object.entries(visited).flatMap(([graph, nodes]) => nodes.map((node) => events.entered(graph, node))),
    ...Object.entries(discussed).flatMap(([speaker, topics]) =>
      topics.map((topic) => events.discussed(speaker, topic)),
    ),
  ]
}

function fieldWrites(run: Run, state: StoryState): readonly Write[] {
  const sets = Object.entries(state.entities).flatMap(([entityId, fields]) =>
    Object.entries(fields).flatMap(([field, value]) => {
      return set(run, run.find({ kind: 'field', entityId, field }), value, state)
    }),
  )
  const sums = [...(state.unknown?.sums ?? [])].flatMap(([key, sum]): Write[] => {
    const [entityId = '', field = ''] = key.split('.')
    if (Object.hasOwn(storedFields(state, entityId), field)) return []
    const { index } = run.find({ kind: 'field', entityId, field })
    return [{ kind: 'add', variable: index, ...sum }]
  })
  return [...sets, ...sums]
}

/** How many items more or less a container has. */
function loadWrites(run: Run, state: StoryState, resets: boolean): readonly Write[] {
  const { gamebook, counted } = run.context
  const { items } = indexOf(gamebook)
  const moved = items.filter(({ id }) => Object.hasOwn(storedFields(state, id), 'held_by'))
  return [...counted].flatMap((containerId): Write[] => {
    const difference = moved.reduce((sum, { id, item }) => {
      const isNow = storedFields(state, id)['held_by'] === containerId
      const was = resets ? item?.heldBy === containerId : run.hasValue(id, 'held_by', containerId)
      return sum + Number(isNow) - Number(was)
    }, 0)
    if (difference === 0) return []
    const { index } = run.find({ kind: 'load', containerId })
    return [{ kind: 'add', variable: index, amount: difference, min: 0, max: items.length }]
  })
}

function visitWrites(run: Run, state: StoryState, resets: boolean): readonly Write[] {
  const { countedGraphs } = run.context.gamebook
  const visited = Object.entries(state.visited).flatMap(([graphId, nodeIds]) =>
    nodeIds.flatMap((nodeId) => {
      const isCounted = resets && countedGraphs.has(graphId) && !Object.hasOwn(visitsOfGraph(state, graphId), nodeId)
      return [
        ...set(run, run.find({ kind: 'visited', graphId, nodeId }), true, state),
        ...(isCounted ? set(run, run.find({ kind: 'visits', graphId, nodeId }), 1, state) : []),
      ]
    }),
  )
  const counts = Object.entries(state.visits ?? {}).flatMap(([graphId, nodes]) =>
    Object.entries(nodes).flatMap(([nodeId, visits]) =>
      set(run, run.find({ kind: 'visits', graphId, nodeId }), visits, state),
    ),
  )
  const entries = [...(state.unknown?.entries ?? [])].flatMap(([key, amount]): Write[] => {
    const [graphId = '', nodeId = ''] = key.split('.')
    if (Object.hasOwn(visitsOfGraph(state, graphId), nodeId)) return []
    const { index } = run.find({ kind: 'visits', graphId, nodeId })
    return [{ kind: 'add', variable: index, amount, min: 0, max: Number.MAX_SAFE_INTEGER }]
  })
  return [...visited, ...counts, ...entries]
}

function topicWrites(run: Run, state: StoryState): readonly Write[] {
  return Object.entries(state.discussed ?? {}).flatMap(([speakerId, topicIds]) =>
    topicIds.flatMap((topicId) => {
      return set(run, run.find({ kind: 'discussed', speakerId, topicId }), true, state)
    }),
  )
}

/** Nothing if the value is known to be there already. */
function set(run: Run, variable: StateVariable, value: Json, { unknown }: StoryState): readonly Write[] {
  const number = variable.numberOf(value)
  const isThere = unknown === undefined ? number === 0 : run.knownValue(variable) === number
  return isThere ? [] : [{ kind: 'set', variable: variable.index, value: number }]
}
