/** Replaces thinking, calls and code by spaces: what remains is prose at the same positions. */
export function stripMachinery(text: string): string {
  const stripped = MACHINERY.reduce((rest, pattern) => rest.replaceAll(pattern, blank), text)
  const [closing] = UNOPENED.exec(stripped) ?? []
  return closing === undefined ? stripped : `${blank(closing)}${stripped.slice(closing.length)}`
}

/** Thinking of which only the end is marked. */
const UNOPENED = /^(?:(?!<\/?think)[^])*<\/think(?:ing)?>/i

export const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ')

const MACHINERY = [
  /<(?:think|thinking|thought|reasoning)>(?:(?!<\/(?:think|thinking|thought|reasoning)>)[^])*(?:<\/(?:think|thinking|thought|reasoning)>)?/gi,
  /\[THINK\](?:(?!\[\/THINK\])[^])*/g,
  /◁think▷[^◁]*/g,
  /<tool_calls?>[^<]*/gi,
  /```(?:(?!```)[^])*```/g,
]
