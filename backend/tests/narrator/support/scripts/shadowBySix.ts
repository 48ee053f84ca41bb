/** What a player might type, by ending. */
export const shadowBySix: Record<string, readonly string[]> = {
  'Given Away': [
    'yes',
    'take the shadow',
    'go into the fitting room',
    'ask Nell about the hand',
    'I think I would',
    'back out to the shop',
    'ask Mr. Dunn about the missing hand',
    'draw the curtain',
  ],
  'Black Silk': [
    'I can try',
    'pick up the shadow',
    'workroom',
    'read the card',
    'out to the yard',
    'back into the workroom',
    'sew a hand of black silk to the shadow',
  ],
  'A Clean Cut': [
    'of course, sir',
    'what happened to it?',
    'take the shadow',
    'into the workroom',
    'take the shears',
    'back to the shop',
    'fitting room',
    'look at the mirrors',
    'cut the hand off',
  ],
}
