/**
 * Something that can happen in a story, as a key. The search asks for every event whether it can happen, and random
 * play notes those that did. Ids contain no spaces.
 */
export type StoryEvent = string

const GOAL = 'goal '

/** Whether it is `events.metGoal` of some goal. */
export const isGoal = (event: StoryEvent): boolean => event.startsWith(GOAL)

/** Whether it only happens in a call or in what follows from it. What else happens can also be seen between two calls. */
export function isOfCall(event: StoryEvent): boolean {
  return OF_CALLS.has(event.slice(0, event.indexOf(' ')))
}

const OF_CALLS: ReadonlySet<string> = new Set([
  'entered',
  'edge',
  'called',
  'passed',
  'missed',
  'fired',
  'revealed',
  'discussed',
  'held',
  'ended',
])

export const events = {
  /** A node was entered, or its graph starts there. */
  entered: (graphId: string, nodeId: string): StoryEvent => `entered ${graphId} ${nodeId}`,
  /** A function moved along an edge. */
  usedEdge: (graphId: string, from: string, edgeId: string): StoryEvent => `edge ${graphId} ${from} ${edgeId}`,
  offered: (functionName: string): StoryEvent => `offered ${functionName}`,
  called: (functionName: string): StoryEvent => `called ${functionName}`,
  refused: (functionName: string, code: string): StoryEvent => `refused ${functionName} ${code}`,
  passedCheck: (functionName: string): StoryEvent => `passed ${functionName}`,
  failedCheck: (functionName: string): StoryEvent => `missed ${functionName}`,
  fired: (triggerId: string): StoryEvent => `fired ${triggerId}`,
  revealed: (entityId: string): StoryEvent => `revealed ${entityId}`,
  discussed: (speakerId: string, topicId: string): StoryEvent => `discussed ${speakerId} ${topicId}`,
  /** Something holds an item, perhaps from the start. */
  held: (itemId: string): StoryEvent => `held ${itemId}`,
  /** The story ended at a node, or by `core/end-game` with a reason (`:` and the reason). */
  ended: (ending: string): StoryEvent => `ended ${ending}`,
  /** A condition of the gamebook was evaluated, with this outcome. `condition` is its number in `Programs.conditions`. */
  condition: (condition: number, outcome: boolean): StoryEvent => `condition ${condition} ${outcome}`,
  /** An expression failed. `where` is its location as the engine reports it. */
  failure: (where: string): StoryEvent => `failure ${where}`,
  /** The engine stopped these triggers, which kept setting each other off. */
  triggerLoop: (triggers: readonly string[]): StoryEvent => `loop ${triggers.join(' ')}`,
  /** An entity was visible in a state between two calls. */
  visible: (entityId: string): StoryEvent => `visible ${entityId}`,
  /** The player was at a place that was hidden, in a state between two calls. */
  hiddenPlace: (nodeId: string): StoryEvent => `hidden ${nodeId}`,
  /** A function was offered while the graph that it moves was hidden. */
  hiddenGraph: (functionName: string): StoryEvent => `blind ${functionName}`,
  /** A function was offered whose texts name something that was still secret. */
  namedEarly: (functionName: string, entityId: string): StoryEvent => `named ${functionName} ${entityId}`,
  /** A goal was met, or an invariant was not true, in a state between two calls. */
  metGoal: (goal: number): StoryEvent => `${GOAL}${goal}`,
  brokeInvariant: (invariant: number): StoryEvent => `invariant ${invariant}`,
} as const
