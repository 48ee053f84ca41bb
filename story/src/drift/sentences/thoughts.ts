import type { Span } from './quotedSpans.ts'

/** The paragraphs in which a model thinks about its task, without marks around them. */
export function listThoughts(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (THOUGHT.test(line)) spans.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return spans
}

const THOUGHT =
  /(?:^|[.!?:\]*] )[^\w#]{0,3}(?:(?:okay|ok|alright|hmm|so|now|first|wait|well),? )?(?:the (?:user|player) (?:wants|asks|asked|is asking|is trying|has asked|says|said|tries|typed|wrote|seems to want|would like|moved|has no|has just|just|took|takes)\b|i['’]?(?:ll| will) (?:answer with|keep (?:it|this)|write|narrate|describe)\b|let me (?:think|check the state|see what the state|narrate|write)\b|i (?:should|need to|must|have to|shouldn['’]t|must not|should not) (?:now )?(?:narrate|describe|respond|write|call|check|keep (?:it|the|this)|not|reveal|say|avoid|mention|continue the story|make sure|include|give|just|be (?:atmospheric|brief|careful))\b|we (?:should|need to|must) (?:narrate|describe|respond|write|call|check|produce|output|not reveal)\b|the narrator (?:should|must|needs to|has to)\b|the roll was\b|user asks\b|player (?:wants|asks)\b)|^\W{0,4}(?:note to self|reasoning|thinking|thoughts?|analysis|plan|chain of thought|internal(?: note)?|thinking process)\W{0,3}:|^\W{0,3}\[(?:reasoning|thinking|thought|analysis|internal)\b/i
