import type { Entity, FieldName, Gamebook, GamebookFunction, Improvisation } from '../../gamebook/gamebook.ts'
import { Computed } from '../../expressions/expression.ts'
import { parseExpression } from '../../expressions/parse/parse.ts'

type Parts = Pick<Gamebook, 'functions' | 'improvisation'> & { readonly entities: readonly Entity[] }

/** The engine's own functions that a gamebook calls for. They come after those of the file. */
export function builtInFunctions({ functions, entities, improvisation }: Parts): readonly GamebookFunction[] {
  const asks = entities.some(hasTopics) && !functions.some(leavesTopicOpen)
  const fields = fieldsOf(improvisation)
  return [...(asks ? [ask] : []), ...(fields.length > 0 ? [nudge(fields)] : [])]
}

/** A function with a fixed topic is about that topic only. */
function leavesTopicOpen({ mainAction }: GamebookFunction): boolean {
  return mainAction?.action === 'talk/ask' && typeof mainAction.args.get('topic') !== 'string'
}

export function hasTopics({ speaker }: Entity): boolean {
  return (speaker?.topics.length ?? 0) > 0
}

function fieldsOf(improvisation: Improvisation): readonly FieldName[] {
  return improvisation.kind === 'fields' ? improvisation.fields : []
}

type Common = 'ownerId' | 'properties' | 'enabled' | 'otherwise' | 'hint' | 'check' | 'effects'

const common: Pick<GamebookFunction, Common> = {
  ownerId: null,
  properties: new Map(),
  enabled: null,
  otherwise: [],
  hint: null,
  check: null,
  effects: [],
}

const ask: GamebookFunction = {
  ...common,
  name: 'ask',
  description: {
    kind: 'constant',
    text: 'The player asks someone present about something, or answers their question.',
  },
  parameters: new Map([
    ['who', { type: 'speaker', required: true, description: 'The id of the speaker who answers.' }],
    [
      'about',
      {
        type: 'topic',
        required: true,
        description:
          "The id of a topic in the list, or else the player's question or answer in a few words. " +
          'There can be topics that are not in the list.',
      },
    ],
  ]),
  mainAction: {
    kind: 'action',
    action: 'talk/ask',
    args: new Map([
      ['entity_id', new Computed(parseExpression('param.who'))],
      ['topic', new Computed(parseExpression('param.about'))],
    ]),
  },
}

function nudge(fields: readonly FieldName[]): GamebookFunction {
  return {
    ...common,
    name: 'nudge',
    description: {
      kind: 'constant',
      text: 'Change a value by one when the player does something that no other function covers. At most once per turn.',
    },
    parameters: new Map([
      ['field', { type: 'field', fields, required: true, description: 'The value that changes.' }],
      ['by', { type: 'choice', values: [-1, 1], required: true, description: '1 for more, -1 for less.' }],
      ['because', { type: 'text', maxLength: 200, required: true, description: 'Why, in one short sentence.' }],
    ]),
    mainAction: { kind: 'nudge', action: 'state/add', args: new Map(), fields },
  }
}
