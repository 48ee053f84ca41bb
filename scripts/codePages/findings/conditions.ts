import type { FindingEntries } from './findingEntry.ts'
import { DRY, SWIM, triggers, type, wet } from './settings.ts'

const CLOCK = `  - name: Clock
    traits: [clock]
    entities:
      - id: clock
        start: '08:00'
        functions: [{name: wait, target: advance, description: The player waits., args: {minutes: 60}}]
`

/** Findings about conditions, expressions, fields and choices. */
export const conditionEntries: FindingEntries = {
  'bad-time': {
    what: 'A text is compared with "time_of_day" and is not a time from "00:00" to "23:59".',
    why: 'Times are compared as texts, letter by letter: "10:00" comes before "9:00", so the condition has the wrong result at some times of day.',
    fix: 'Write hours and minutes with two digits each.',
    setting: [
      ['\'"She is late."\', enabled: player.rested', "'\"She is late.\"', enabled: clock.time_of_day < '09:00'"],
      ...type(CLOCK),
    ],
    wrong: "enabled: clock.time_of_day < '9:00'",
    right: "enabled: clock.time_of_day < '09:00'",
    alsoReported: ['guard-always-true'],
  },
  'value-never-equal': {
    what: 'A comparison names a value that the other side never has: a text that is not the id of a node or container, a text outside the "values" of a field, a number outside its bounds.',
    why: 'The comparison has the same result in every state. Often, a name was written instead of an id.',
    fix: 'Write the id, or one of the values. The hint lists them.',
    setting: [
      [
        'description: You, with',
        "description: \"{{ 'You sit' if island.current_node_id == 'house' else 'You stand' }}, with",
      ],
      ['cans of oil.', 'cans of oil."'],
    ],
    wrong: "island.current_node_id == 'The house' else",
    right: "island.current_node_id == 'house' else",
  },
  'types-never-equal': {
    what: 'Two values of different types are compared, such as a number and a text.',
    why: 'Values of different types are never equal, so the comparison has the same result in every state.',
    fix: 'Write numbers, true, false and null without quotes. An entity is compared by its "id".',
    setting: [['player.oil > 0', '(player.oil == 1 or player.oil == 2)']],
    wrong: "(player.oil == '1' or player.oil == 2)",
    right: '(player.oil == 1 or player.oil == 2)',
  },
  'expression-fails': {
    what: "An expression can't be evaluated in the state after the steps of the finding, for example because it divides by zero.",
    why: 'A condition that fails counts as false, and a text that fails is left out.',
    fix: 'Test first what the expression needs: "and" stops at the first part that is false.',
    setting: [['{to: cellar, enabled: player.rested}', '{to: cellar, enabled: player.oil > 0 and 6 / player.oil > 3}']],
    wrong: '{to: cellar, enabled: 6 / player.oil > 3}',
    right: '{to: cellar, enabled: player.oil > 0 and 6 / player.oil > 3}',
  },
  'guard-always-true': {
    what: 'A condition is true whenever the engine evaluates it. A condition that you write as "true" is not reported.',
    why: "It looks as if it could refuse something, but it can't.",
    fix: 'Remove it, or test something that can change.',
    wrong: "edges: [tower, {to: home, enabled: island.current_node_id == 'gallery'}]",
    right: 'edges: [tower, {to: home, enabled: lamp.lit}]',
  },
  'guard-never-true': {
    what: 'A condition is false whenever the engine evaluates it. A condition that you write as "false" is not reported.',
    why: 'What it guards never happens.',
    fix: 'Fix the condition, or add something that makes it true.',
    wrong: 'edges: [shore, {to: home, enabled: lamp.lit and player.oil == 0, label: sail home}]',
    right: 'edges: [shore, {to: home, enabled: lamp.lit, label: sail home}]',
  },
  'field-never-read': {
    what: 'No rule and no text reads a field, and it is shown neither to the narrator nor in the status panel.',
    why: 'The field does nothing. Often, its name was changed in one place only.',
    fix: 'Use it, remove it, or give it a name that starts with "x-" if it is a note for yourself.',
    wrong: '{id: key, name: The key, description: Iron., held_by: house, weight: 3}',
    right: '{id: key, name: The key, description: Iron., held_by: house}',
  },
  'field-never-changes': {
    what: 'An expression reads a field, and no effect gives it a value other than its first.',
    why: "The expression looks as if it depended on play, but it doesn't.",
    fix: 'Add an effect that changes the field, or correct the value that is set.',
    setting: wet(SWIM),
    wrong: SWIM.replace('true', 'false'),
    right: SWIM,
  },
  'field-never-reset': {
    what: 'A trigger waits for the first value of a field, effects change the field, and none sets it back.',
    why: 'The trigger fires before the first page and then never again.',
    fix: 'Test the other value, or add an effect that sets the field back.',
    setting: [...wet(SWIM), ...triggers('{id: shiver, condition: player.wet, effects: [{narrate: You shiver.}]}')],
    wrong: '{id: shiver, condition: not player.wet,',
    right: '{id: shiver, condition: player.wet,',
  },
  'effect-changes-nothing': {
    what: 'An effect sets a field to the value that the condition before it requires.',
    why: 'The effect changes nothing. Often, a function was copied, and its value was not changed.',
    fix: 'Set another value, or change the condition.',
    setting: wet(SWIM, DRY.replace('effects', 'enabled: player.wet, effects')),
    wrong: DRY.replace('effects', 'enabled: player.wet, effects').replace('value: false', 'value: true'),
    right: DRY.replace('effects', 'enabled: player.wet, effects'),
  },
  'value-of-other-type': {
    what: 'A field that its type does not declare gets a value of another type than its first value, such as a text or a number instead of true or false.',
    why: "Comparisons with the field are then never equal, and a condition on it has a result that you don't expect.",
    fix: 'Set a value of the same type. Declare the field under "fields", and the reader checks every value.',
    setting: [
      [
        'description: Brass., held_by: gallery',
        'description: "{{ lamp.color }} brass.", color: green, held_by: gallery',
      ],
      [
        '            description: The player prays.\n',
        '            description: The player prays.\n            action: state/set\n            args: {entity_id: lamp, field: color, value: yellow}\n',
      ],
    ],
    wrong: 'args: {entity_id: lamp, field: color, value: 2}',
    right: 'args: {entity_id: lamp, field: color, value: yellow}',
  },
  'parameter-never-read': {
    what: 'No condition, effect or text reads a parameter of a function. Free texts are not reported.',
    why: 'The narrator has to choose a value, and nothing depends on it.',
    fix: 'Use "param.…" in a condition, an effect or a text, or remove the parameter.',
    wrong: 'effects: [{narrate: Your voice fills the room.}]',
    right:
      'effects:\n              - {if: param.aloud, narrate: Your voice fills the room.}\n              - {if: not param.aloud, narrate: Your lips move.}',
  },
  'choice-without-difference': {
    what: 'Two functions, or two edges of one node, have the same conditions, effects and texts.',
    why: 'Players choose, but their choice makes no difference.',
    fix: 'Give one of them other effects or another "narrate", or remove it.',
    wrong: '{id: run, to: house, narrate: You walk up the path.}',
    right: '{id: run, to: house, narrate: You run up the path.}',
  },
  'roll-without-difference': {
    what: 'A roll has a target number, and success and failure have the same effects.',
    why: 'Players see dice that decide nothing.',
    fix: 'Give "on_success" and "on_failure" different effects, or remove the roll.',
    wrong: 'on_failure: [{narrate: A distant horn.}]',
    right: 'on_failure: [{narrate: Only the wind.}]',
  },
}
