/** Every code of a finding, with its meaning. Codes are stable because documents, tests and editors refer to them. */
export const findingCodes = {
  'bad-expectation': 'The value of "x-min-steps" or "x-requires-visit" is invalid.',
  'check-never-fails': 'A dice check succeeds with every roll.',
  'check-never-succeeds': 'A dice check fails with every roll.',
  'detail-never-visible': 'A detail belongs to something that players never see.',
  'ending-too-cheap': 'A node can be reached in fewer steps, or with fewer visits, than the author expects.',
  'expression-fails': 'An expression fails during play.',
  'field-never-read': 'A field is never read and never shown to anyone.',
  'function-never-offered': 'A function is never offered.',
  'function-never-succeeds': 'A function is offered, but every call is refused.',
  'guard-always-true': 'A condition is always true.',
  'guard-never-true': 'A condition is never true.',
  'no-narration': "A roll, a trigger or an ending has none of the author's words.",
  'item-never-there': 'An item is never held by anything.',
  'never-revealed': 'A secret is never revealed.',
  'reason-missing': 'A list of reasons has none that always applies.',
  'soft-lock': 'From some states, no ending can be reached.',
  'topic-never-discussed': 'A topic can never be discussed.',
  'trigger-loop': 'Triggers keep setting each other off.',
  'trigger-never-fires': 'A trigger never fires.',
  'trigger-runs-elsewhere': 'A trigger of a place narrates while the player can be somewhere else.',
  'unreached-ending': 'An ending can never be reached.',
  'unreached-node': 'A node can never be entered.',
  'unused-edge': 'An edge is never used.',
} as const

export type FindingCode = keyof typeof findingCodes
