/** The headings of the messages of a request. One that a model repeats is no prose. */
export const TURN_HEADINGS = {
  storySoFar: 'The story so far',
  opening: 'Opening',
  state: 'State of this turn',
  actions: 'What can be done now',
  moment: "The author's words for this moment",
  done: 'Done by the player',
  player: 'The player says',
  remember: 'Remember',
  changes: 'What has changed',
  goOn: 'Go on',
} as const
