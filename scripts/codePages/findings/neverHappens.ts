import type { FindingEntries } from './findingEntry.ts'
import { triggers, wet } from './settings.ts'

const LISTEN = 'description: The player listens for the ship.\n'
const NEVER = 'player.rested and not player.rested'

/** Findings about what never happens in any play, and about rules that run when they should not. */
export const neverHappensEntries: FindingEntries = {
  'check-never-fails': {
    what: 'Every roll of a check reaches its target number.',
    why: 'Players see dice that decide nothing, and "on_failure" is never used.',
    fix: 'Raise "at_least", or remove the check.',
    wrong: 'at_least: 1',
    right: 'at_least: 5',
  },
  'check-never-succeeds': {
    what: 'No roll of a check reaches its target number.',
    why: "Players try again and again and can't succeed.",
    fix: 'Lower "at_least", or add a bonus to the roll.',
    wrong: 'at_least: 7',
    right: 'at_least: 5',
  },
  'function-never-offered': {
    what: 'The narrator is never offered this function.',
    why: 'What it does never happens.',
    fix: 'Fix its "enabled", or add something that makes it true. If it has no "enabled", its parameters never have anything to choose from.',
    setting: [[LISTEN, `${LISTEN}            enabled: player.rested\n`]],
    wrong: `${LISTEN}            enabled: ${NEVER}`,
    right: `${LISTEN}            enabled: player.rested`,
  },
  'function-never-succeeds': {
    what: 'A function is offered, but the engine refuses every call.',
    why: 'The narrator is offered something that always fails.',
    fix: 'Look at its actions and effects: one is never allowed. Often, it gives away an item that no one holds.',
    setting: [[LISTEN, `${LISTEN}            effects: [{item/give: {item: key, to: keeper}}]\n`]],
    wrong: 'effects: [{item/give: {item: lamp, to: keeper}}]',
    right: 'effects: [{item/give: {item: key, to: keeper}}]',
  },
  'item-never-there': {
    what: 'Nothing ever holds this item.',
    why: 'Players never find it.',
    fix: 'Put it somewhere with "held_by", or add an effect that gives it.',
    wrong: 'description: It is signed.',
    right: 'description: It is signed.\n        held_by: house',
  },
  'never-revealed': {
    what: 'An entity is secret, and nothing ever reveals it.',
    why: 'Players never learn of it.',
    fix: 'Add a "reveal_when" that can become true, or an effect "core/reveal".',
    wrong: 'secret: true',
    right: 'secret: true\n        reveal_when: player.rested',
  },
  'topic-never-discussed': {
    what: 'No play asks this speaker about this topic.',
    why: 'What the speaker has to say is never heard.',
    fix: 'Fix the "enabled" of the topic, or put the speaker where the player can be.',
    wrong: `say: '"She is late."', enabled: ${NEVER}`,
    right: `say: '"She is late."', enabled: player.rested`,
  },
  'never-visible': {
    what: 'The "enabled" of a person or a thing is never true, or an item lies where players never see it.',
    why: 'You described it for no one: neither the narrator nor players learn that it exists.',
    fix: 'Fix its "enabled", or put the item where the player can be. If it waits for a later version, write "enabled: false".',
    setting: [
      [
        '      - id: keeper\n',
        '      - {id: ghost, name: The ghost, description: Pale., enabled: player.rested}\n      - id: keeper\n',
      ],
    ],
    wrong: `description: Pale., enabled: ${NEVER}`,
    right: 'description: Pale., enabled: player.rested',
  },
  'detail-never-visible': {
    what: 'An entity has details, and it is a node that is never entered, a secret that is never revealed, an item that is never there, or its "enabled" is "false".',
    why: 'Players can never look at the details.',
    fix: 'Make the entity visible somewhere, or remove its details.',
    setting: [
      [
        '      - id: keeper\n',
        '      - {id: ghost, name: The ghost, description: Pale., details: {chain: Rusty.}, enabled: player.rested}\n      - id: keeper\n',
      ],
    ],
    wrong: 'details: {chain: Rusty.}, enabled: false',
    right: 'details: {chain: Rusty.}, enabled: player.rested',
  },
  'trigger-never-fires': {
    what: 'The condition of a trigger never becomes true.',
    why: 'Its effects never happen.',
    fix: 'Fix its condition, or add something that makes it true.',
    wrong: 'condition: lamp.lit and player.oil == 0',
    right: "condition: lamp.lit and island.current_node_id == 'gallery'",
  },
  'trigger-loop': {
    what: 'Triggers make the conditions of other triggers true, without end. The engine stops them after 16 rounds. The message names them.',
    why: 'Which effects happen depends on where the engine stops.',
    fix: 'Add "once: true" to one of them, or change its condition.',
    setting: [
      ...wet(),
      ...triggers(
        '{id: rain, condition: not player.wet, effects: [{state/set: {entity_id: player, field: wet, value: true}}]}',
        '{id: sun, once: true, condition: player.wet, effects: [{state/set: {entity_id: player, field: wet, value: false}}]}',
      ),
    ],
    wrong: '{id: sun, condition: player.wet',
    right: '{id: sun, once: true, condition: player.wet',
  },
  'trigger-runs-elsewhere': {
    what: "A trigger of a place narrates, and its condition doesn't depend on where the player is. It is a guess: the condition may be true only at that place.",
    why: 'Players read about a place that they have left.',
    fix: 'Add the place to the condition, or move the trigger to another entity.',
    setting: [
      [
        '        edges: [tower, {to: home',
        "        triggers: [{id: glow, condition: lamp.lit and island.current_node_id == 'gallery', effects: [{narrate: The glass glows.}]}]\n        edges: [tower, {to: home",
      ],
    ],
    wrong: '{id: glow, condition: lamp.lit,',
    right: "{id: glow, condition: lamp.lit and island.current_node_id == 'gallery',",
  },
  'unreached-node': {
    what: 'No play enters this node.',
    why: 'What you wrote for it is never read.',
    fix: 'Look at the edges and effects that lead there: which condition is never true?',
    wrong: `{to: cellar, enabled: ${NEVER}}`,
    right: '{to: cellar, enabled: player.rested}',
    alsoReported: ['guard-never-true'],
  },
  'unused-edge': {
    what: 'The player can be at the node where this edge starts, but no function ever uses it.',
    why: "An exit that you wrote doesn't exist in play.",
    fix: 'Look at the functions that move the graph, and at the condition of the edge. An ending needs no edges: the story is over.',
    wrong: 'ending: {title: The light, kind: good, text: The ship comes in.}\n        edges: [shore]',
    right: 'ending: {title: The light, kind: good, text: The ship comes in.}',
  },
  'start-never-seen': {
    what: 'A trigger moves the player away from the start before the first page.',
    why: 'The description and the "first_visit" of the start are never read where they belong.',
    fix: 'Start the graph at the node to which the trigger leads, or make the trigger wait for something that the player does.',
    setting: triggers(
      "{id: wave, condition: player.oil == 2 and island.current_node_id == 'shore', effects: [{graph/transition: {entity_id: island, to: house}}, {narrate: A wave.}]}",
    ),
    wrong: "{id: wave, condition: island.current_node_id == 'shore'",
    right: "{id: wave, condition: player.oil == 2 and island.current_node_id == 'shore'",
    alsoReported: ['unused-edge', 'unreached-node'],
  },
}
