const KIB = 1024
const MIB = 1024 * KIB

/** How much of one response is read. Real ones stay far below; they come from servers that may be broken or hostile. */
export const LIMITS = {
  /** One line or event of a stream. OpenAI repeats a whole answer in its last event. */
  eventCharacters: 4 * MIB,
  /** What follows in a stream without anything that a story can use, such as pings. */
  uselessBytes: 16 * MIB,
  /** The arguments of one call. */
  argumentCharacters: 256 * KIB,
  /** The calls of one answer. A model that requests more is running wild, and the rest is left out. */
  calls: 32,
  /** Text outside of events, kept for the case that it is an error page. */
  strayCharacters: 64 * KIB,
  /** All bytes of a stream. */
  answerBytes: 128 * MIB,
  /** What follows the end of an answer. */
  restBytes: 64 * KIB,
  restMilliseconds: 1000,
  /** An answer without streaming. */
  wholeAnswerBytes: 16 * MIB,
  /** A model list, or another answer of a server about itself. */
  listBytes: 16 * MIB,
  /** The body of an error; what follows is left out. */
  errorBytes: 64 * KIB,
  errorSeconds: 10,
} as const
