/** At least this many variants keep a sentence from coming back within ten turns. */
type Variants = readonly [string, ...string[]]

/** Sentences that say only that nothing came of a message. Something of this moment is named after each. */
export const stock = {
  unclear: [
    'Nothing comes of it.',
    'You turn it over in your mind, and the moment passes.',
    'The thought goes nowhere for now.',
    'That changes nothing here.',
    'You begin, and see no place to begin.',
    'For a moment you try to picture it, and then let it go.',
    'The idea does not fit this hour.',
    'It stays a thought.',
    'You look for a handle on that, and find none.',
    'That leads nowhere yet.',
    'Nothing around you answers to that.',
    'You hesitate over it, and the moment moves on.',
  ],
  unanswered: [
    'That is hard to say from here.',
    'You ask yourself that, and find no answer yet.',
    'The question stays open.',
    'Nothing here answers that.',
    'You wonder about it for a moment.',
    'You could not say.',
    'That remains to be seen.',
    'You weigh it, and leave it open.',
    'It is a fair question. The answer is not here.',
    'You do not know that yet.',
    'Time may show.',
    'There is more than one answer to that, and none is certain.',
  ],
  remark: [
    'So it is.',
    'You leave that thought in the air.',
    'That may well be.',
    'You keep the thought to yourself.',
    'It is a thing worth noticing.',
    'The words hang there a moment.',
    'You let that settle.',
    'No one contradicts you.',
    'You file the thought away.',
    'That is how it seems to you.',
    'It is as true as anything else here.',
    'You think so, and nothing argues.',
  ],
  refrain: [
    'You let it be.',
    'You leave it as it is.',
    'You keep your hands to yourself.',
    'Better not, you decide.',
    'You hold still, and nothing changes.',
    'You think better of it.',
    'You stay out of it.',
    'It can wait.',
    'You do no such thing.',
    'You let the moment go by.',
    'You leave well enough alone.',
    'You decide against it.',
  ],
  wait: [
    'You wait, and nothing new happens.',
    'You stay where you are for a while. Nothing stirs.',
    'A little time goes by.',
    'You listen. All is as before.',
    'You give the moment room. It stays empty.',
    'You breathe in and out a few times.',
    'You pause, and the world pauses with you.',
    'You bide your time.',
    'Nothing comes to you while you wait.',
    'You rest a moment, and nothing disturbs you.',
    'You linger. Nothing changes.',
    'The moment stretches, and then it is over.',
  ],
  'no effect': [
    'You try, but nothing comes of it.',
    'It stays as it is.',
    'That gets you nowhere for now.',
    'You try, and it makes no difference.',
    'Your effort leaves no trace.',
    'It does not give.',
    'You try it one way and then another, without result.',
    'All your trouble changes nothing.',
    'It resists you, quietly.',
    'You give it a try, and then give it up.',
    'Nothing happens, however you go about it.',
    'It remains what it was.',
  ],
  'no exit': [
    'You cannot get there from here.',
    'There is no way to get there from here.',
    'No path leads there from where you are.',
    'You look for a way there, and find none.',
    'That lies out of reach from here.',
    'From here, the way there is not open.',
    'You would have to be somewhere else for that.',
    'You take a few steps, and the way ends.',
    'Nothing here leads there.',
    'You turn that way, and turn back.',
    'The way there does not begin here.',
    'You cannot go that way.',
  ],
  'not a place': [
    'You stay where you are.',
    'That gets you nowhere.',
    'There is no going there.',
    'It is not a place you could enter.',
    'You get no further than you were.',
    'There is no way in.',
    'You come close, and that is all.',
    'It is here already, and so are you.',
    'You walk up to it, and no further.',
    'That is not somewhere to go.',
    'You reach it at once, and are where you were.',
    'No step takes you there.',
  ],
  'not here: see': [
    'You see nothing like that here.',
    'There is nothing like that to see here.',
    'You look, and it is not here.',
    'Whatever that is, it is not in sight.',
    'Your eyes find nothing of the kind.',
    'You look around for it in vain.',
    'It is nowhere to be seen.',
    'Nothing here looks like that.',
    'There is no sign of it.',
    'You search with your eyes, and miss it.',
    'That is not among the things here.',
    'If it exists, it is somewhere else.',
  ],
  'not here: have': [
    'Nothing like that is within reach.',
    'There is nothing by that name here.',
    'You reach for it, and it is not there.',
    'There is none to be had here.',
    'Your hand finds nothing of the kind.',
    'That is not here to take.',
    'You would need to find one first.',
    'You look for one, and see none.',
    'No such thing lies at hand.',
    'It is not within your reach.',
    'You find nothing to do that with.',
    'Whatever you have in mind is not here.',
  ],
  'not here: talk': [
    'There is no one here to talk to.',
    'No one is here to hear you.',
    'You speak, and no one answers.',
    'Your words go unheard.',
    'You are alone with your voice.',
    'No one is near enough to listen.',
    'The silence does not answer.',
    'You say it to no one in particular.',
    'There are no ears here but yours.',
    'You wait for an answer that does not come.',
    'The words are only for yourself.',
    'There is not a soul about.',
  ],
  'not here: person': [
    'There is no one by that name here.',
    'No one here has that name.',
    'Whoever you mean is not here.',
    'You look around for them, and they are not here.',
    'They are somewhere else, if anywhere.',
    'No one turns around.',
    'No one answers to that name.',
    'You see no such person.',
    'That person is nowhere near.',
    'You would have to find them first.',
    'They cannot hear you from here.',
    'No one like that is present.',
  ],
} as const satisfies Record<string, Variants>

export type StockPurpose = keyof typeof stock

/** Of someone who has no answer; `{name}` is their name. */
export const silence = {
  'no-topic': [
    '{name} has no answer to that.',
    '{name} has nothing to say about that.',
    '{name} does not know.',
    '{name} lets the question pass.',
    '{name} seems not to know.',
    '{name} waits for you to ask something else.',
    '{name} considers it, and says nothing.',
    '{name} does not take that up.',
    '{name} is silent.',
    '{name} knows nothing of that.',
    '{name} stays silent on that.',
    '{name} gives no answer.',
  ],
  'used-up': [
    '{name} has said all there is to say about that.',
    '{name} has nothing to add to that.',
    '{name} has answered that already.',
    '{name} will not go over that again.',
    '{name} has said what there is to say of it.',
    '{name} leaves it at what was said.',
    '{name} has no more to give on that.',
    '{name} has spoken of that before.',
    '{name} only repeats what you know.',
    '{name} has come to the end of that subject.',
    '{name} shakes off the question: it was answered.',
    '{name} keeps to the earlier answer.',
  ],
} as const satisfies Record<string, Variants>

/** Whether an answer begins by refusing a message with a sentence that would fit many others. */
export function isStockText(text: string): boolean {
  return (
    Object.entries(stock).some(
      ([purpose, variants]) => !AGREEING.has(purpose) && variants.some((sentence) => text.startsWith(sentence)),
    ) || Object.values(silence).some((variants) => variants.some((line) => fitsLine(text, line)))
  )
}

/** Whether the first sentence is this one, with any name. */
function fitsLine(text: string, line: string): boolean {
  const rest = line.replace('{name}', '')
  const at = text.indexOf(rest)
  return at > 0 && at <= MAX_NAME && !/[.!?]\s/.test(text.slice(0, at))
}

/** These refuse nothing: the player wanted to do nothing. */
const AGREEING: ReadonlySet<string> = new Set<StockPurpose>(['remark', 'refrain', 'wait'])
const MAX_NAME = 80
