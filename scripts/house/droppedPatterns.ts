/** Phrases that read like a translation, with what to write instead. */
export const DROPPED_PHRASES: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/(?<!\bthere )\b(is|are|was|were) no\b(?! longer| more than| one)/i, 'is not a valid X, is not an X'],
  [/\bso that\b/i, 'so'],
  [/\b(anew|afresh)\b/i, 'again, new'],
  [
    /\blets? (it|its|them|the|a|an|one|something|nothing|that|this|these|people|play)\b/i,
    'make X do, or an imperative',
  ],
  [/\b(un)?mend(s|ed|ing)?\b/i, 'fix'],
  [/\b(tells?|told)\b/i, 'write, show, send, describe or say'],
  [/\bstands? (above|below|beside|behind|before|here|there|for|in|at|on|under)\b|\bas (it|they) stands?\b/i, 'is'],
  [/\bwhere (none|nothing|nobody|no one)\b/i, 'if there is none'],
  [/\b(some|no|any|every)body('s)?\b/i, 'someone, no one, anyone, everyone'],
  [/\ball the same\b/i, 'still'],
  [/\bas (it|they) came\b/i, 'unchanged'],
  [/\bof (its|one's|our|their|his|her|my) own\b/i, 'your own X'],
  [/\btakes? no\b/i, "doesn't accept"],
  [/\b(has|have) (a|no) place for\b/i, "supports, doesn't support"],
  [/\b(is|are|was|were|(?<!\bcan )be|been) asked\b(?! (to|for|about|before)\b)/i, 'a request is sent'],
]

/** Words that no exported name contains. */
export const DROPPED_NAMES: readonly (readonly [word: RegExp, instead: string])[] = [
  [/^(tell|tells|told|say|says|said)$/, 'format, describe, narrate or render'],
  [/^mends?$/, 'fix or normalize'],
  [/^forget$/, 'clear or remove'],
  [/^words$/, 'text or message'],
  [/^(trouble|fault)s?$/, 'error or problem'],
  [/^(nobody|somebody)$/, 'null or unknown'],
  [/^(asked|seen|filled|missed)$/, 'a noun'],
  [/^kit$/, 'support'],
]

/** `tellTheTruth` → tell, the, truth */
export function wordsOfName(name: string): readonly string[] {
  return name.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_/).map((word) => word.toLowerCase())
}
