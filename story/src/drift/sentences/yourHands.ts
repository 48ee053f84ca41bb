const WHOSE = 'your (?:(?:left|right|own|free|other|coat|breast|back|inside|trouser|jacket|shirt|apron) )?'
const PLACES =
  '(?:hands?|arms?|pockets?|satchel|belt|bag|pack|backpack|pouch|purse|basket|coat|cloak|sleeve|fist|palm|grip|apron|boot|fingers|possession|sack|inventory|knapsack|waistband|shirt|shoulder|chest|teeth|neck|lap|head|face|back|lips|mouth|collar|gloves?|vest|jacket|skirts?|shoulders|hip|wrist|palms)\\b'

/** `in your left hand`, `under your arm`: what is there is with the player. */
export const IN_YOUR_HANDS = new RegExp(
  `\\b(?:in|into|to|under|inside|on|onto|through|at|over|around|round|across|against) ${WHOSE}${PLACES}`,
)
/** `into your satchel` */
export const INTO_YOUR_BAG = new RegExp(`\\b(?:in|into|inside|through|under) ${WHOSE}${PLACES}`)
/** `from your hand` */
export const FROM_YOUR_HANDS = new RegExp(`\\b(?:from|out of|off) ${WHOSE}${PLACES}`)
