import type { SentTool } from './parsedPiece.ts'

/** Finds the function that a model means: in any case, with a namespace before it or a control token after it. */
export function findTool(tools: readonly SentTool[], written: string): SentTool | undefined {
  const name = plainName(written)
  const exact = tools.find((tool) => tool.name === name)
  if (exact !== undefined) return exact
  const folded = foldName(name)
  const similar = tools.filter((tool) => foldName(tool.name) === folded)
  return similar.length === 1 ? similar[0] : undefined
}

/** The name without what model families put around it. */
export function plainName(written: string): string {
  return written.replace(TOKEN, '').trim().replace(NAMESPACE, '').replace(NUMBER, '')
}

const TOKEN = /<[|｜].*$/s
const NAMESPACE = /^(?:functions?|tools?|default_api|api|tool_code|print)[.:/]/i
/** Kimi numbers its calls. */
const NUMBER = /:\d{1,4}$/

const foldName = (name: string): string => name.toLowerCase().replaceAll(/[\s-]/g, '_')

/** Whether a name can only be that of a function, and is no word of a story. */
export const looksLikeFunction = (name: string): boolean => FUNCTION_NAME.test(name)

const FUNCTION_NAME = /^[a-z][a-z0-9]{0,40}(?:_[a-z0-9]{1,40}){1,6}$/
