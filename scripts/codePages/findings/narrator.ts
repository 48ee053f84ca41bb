import type { FindingEntries } from './findingEntry.ts'
import { type } from './settings.ts'

const WEATHER = `  - name: Weather
    instructions: Say what the sky does.
    traits: [described, {name: graph, node_type_id: Sky}]
    entities:
      - id: weather
        name: The weather
        description: Clouds.
        enabled: player.rested
        node_ids: [gray, blue]
        functions:
          - {target: transition, name: watch_sky, description: The player looks up., enabled: player.rested}
  - name: Sky
    traits: [described, graph_node]
    entities:
      - {id: gray, name: Gray, description: Low., edges: [blue]}
      - {id: blue, name: Blue, description: High., edges: [gray]}
`

const SEARCH = `          - name: search
            description: The player searches the room.
            enabled: island.current_node_id == 'house' and letter.held_by != 'player'
            effects: [{core/reveal: {entity_id: letter}}, {item/take: {item: letter}}]
`

/** Findings about what is sent to the narrator and about the author's words. */
export const narratorEntries: FindingEntries = {
  'description-without-when': {
    what: 'The description of a function gives an order instead of saying when to call it. The checker guesses this from English words, so it can be wrong.',
    why: 'A model calls a function when the description fits what the player does.',
    fix: 'Say what the player does: "The player …".',
    wrong: 'description: Advance the night.',
    right: 'description: The player sleeps until morning.',
  },
  'function-of-hidden-graph': {
    what: 'A function moves a graph, it is offered while the graph is hidden, and its condition says nothing about the graph.',
    why: 'The function is sent to the narrator, but the graph is not, so a model can only guess what the function is for.',
    fix: 'Give the function the same "enabled" as the graph.',
    setting: type(WEATHER),
    wrong: '{target: transition, name: watch_sky, description: The player looks up.}',
    right: '{target: transition, name: watch_sky, description: The player looks up., enabled: player.rested}',
  },
  'hidden-node-entered': {
    what: 'After the steps of the finding, the player is at a place whose "enabled" is false, or that is still secret.',
    why: "The narrator doesn't get its description, so the story can't say where the player is.",
    fix: 'Use "requires" to close a place. "enabled" only hides it. A secret place has to be revealed before the player gets there.',
    setting: [['description: Gulls.', 'description: Gulls.\n        requires: player.oil < 2']],
    wrong: "description: Gulls.\n        enabled: island.current_node_id == 'house'",
    right: 'description: Gulls.\n        requires: player.oil < 2',
  },
  'map-not-sent': {
    what: 'The type of the graph in which the player moves has no "instructions", so it is not sent to the narrator.',
    why: "The narrator doesn't know where the player is, and the story never says so.",
    fix: 'Add "instructions" to the type, or "hidden: true" if that is intended.',
    wrong: '- name: Map\n    traits: [{name: graph, node_type_id: Place}]',
    right:
      '- name: Map\n    instructions: Describe a place when the player reaches it.\n    traits: [{name: graph, node_type_id: Place}]',
  },
  'no-narration': {
    what: 'A roll, a trigger that moves the story, or an ending has no text of yours, in a gamebook that narrates elsewhere.',
    why: 'Players notice the moment, and the built-in narrator has nothing to say about it.',
    fix: 'Add "narrate: …", or a "text" to the ending.',
    wrong: 'on_failure: []',
    right: 'on_failure: [{narrate: Only the wind.}]',
  },
  'reason-missing': {
    what: 'Every reason in a list "otherwise" has a condition. It is a guess: together, the conditions may cover everything.',
    why: 'If none of them is true, the story refuses players without a reason.',
    fix: 'Add a last reason without "if".',
    wrong: 'otherwise: [{if: not player.rested, text: You are too tired.}]',
    right: 'otherwise: The door is locked.',
  },
  'secret-in-instructions': {
    what: 'The instructions of a type, or a section of the "prompt", name something secret. It is a guess if the name is a single word and the text describes other things: the word may mean something else there.',
    why: 'Instructions are sent as soon as anything of their type is visible, and the prompt always is, so the narrator learns of the secret before the player does.',
    fix: 'Say it in the description of the secret: that is sent only once it is revealed.',
    wrong: 'instructions: Things are plain, the letter too.',
    right: 'instructions: Things are plain.',
  },
  'secret-item-moved': {
    what: 'An effect moves a secret item, and neither the same effects nor a "reveal_when" reveal it. It is a guess if other effects reveal the item: they may always come first.',
    why: 'Someone holds a thing that no list, receipt or text shows, so players never notice.',
    fix: 'Reveal it in the same effects, or give it a "reveal_when".',
    setting: [
      ['        secret: true\n        reveal_when: player.rested\n', '        secret: true\n'],
      ['          - name: pray\n', `${SEARCH}          - name: pray\n`],
    ],
    wrong: 'effects: [{item/take: {item: letter}}]',
    right: 'effects: [{core/reveal: {entity_id: letter}}, {item/take: {item: letter}}]',
    alsoReported: ['never-revealed'],
  },
  'secret-named-early': {
    what: 'A function is offered before something secret is revealed, and names it in its name, its description or its parameters.',
    why: 'Functions are sent as soon as they are offered, so the narrator learns of the secret before the player does.',
    fix: 'Name it differently, or offer the function only once the secret is revealed.',
    wrong: 'description: The player takes the letter.',
    right: 'description: The player takes something.',
  },
}
