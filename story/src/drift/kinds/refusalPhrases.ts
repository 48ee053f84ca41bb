/** The first words of a speech that turns the player down. */
export const TURNED_DOWN =
  /^(?:(?:no|nope|nein|never|absolutely not|certainly not|not now) (?:[,.!;“”"]|$)|(?:not (?:today|tonight|for you|a chance|for sale|while|until|as long)|leave (?:those|that|it|them)|put (?:it|that|them) (?:back|down)|i (?:don't|do not) do|i have none|sold out|out of the question|i don't think so|i'm afraid not|over my dead body|forget it|hands off)\b)/
/** What was given or paid is given back. */
export const GIVEN_BACK = /^keep (?:it|them|your|the (?:money|coin|coins))\b/
