/** Replaces thinking, calls and code by spaces: what remains is prose at the same positions. */
export function stripMachinery(text: string): string {
  return MACHINERY.reduce((rest, pattern) => rest.replaceAll(pattern, blank), text)
}

const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ')

const MACHINERY = [
  /<(?:think|thinking|thought|reasoning)>(?:(?!<\/(?:think|thinking|thought|reasoning)>)[^])*/gi,
  /\[THINK\](?:(?!\[\/THINK\])[^])*/g,
  /◁think▷[^◁]*/g,
  /<tool_calls?>[^<]*/gi,
  /```(?:(?!```)[^])*```/g,
]
