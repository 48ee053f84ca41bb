/** Whether what follows these words is no fact: for the whole sentence, or for the clause that it is in. */
export function isUnsure(lead: string): boolean {
  const clause = lead.split(/[,;:—] /).at(-1) ?? ''
  return UNREAL.test(lead) || UNSURE.test(clause.replace(ON_WAKING, ''))
}

const UNREAL = /\b(?:if|would|could|might|as if|like|whenever|wish|think|hope|imagine|dream|says?|said|ago|every)\b/
const UNSURE = /\b(?:can|may|should|will|when|before|not|never|almost|once)\b/
const ON_WAKING = /^(?:and |but |then )?when you (?:wake|come to|look up|turn round|open your eyes)\b/
