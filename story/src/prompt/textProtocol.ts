import type { ToolDefinition, ToolParameter } from './toolSchema.ts'

/** How a model without tools calls functions: a section of the system text. Empty if there is nothing to call. */
export function buildTextProtocol(tools: readonly ToolDefinition[]): string {
  return tools.length === 0 ? '' : ['# Functions', HOW_TO_CALL, tools.map(formatTool).join('\n')].join('\n\n')
}

const HOW_TO_CALL =
  'To call a function, write one line like this and nothing else, then wait for the result:\n\n' +
  '<tool_call>{"name": "function", "arguments": {"parameter": "value"}}</tool_call>'

function formatTool({ name, description, parameters }: ToolDefinition): string {
  const lines = Object.entries(parameters.properties).map(([key, parameter]) => `  - ${key} ${formatType(parameter)}`)
  return [`- ${name}: ${indent(description)}`, ...lines].join('\n')
}

/** `(integer, 1 to 6): How many.` */
function formatType({ type, description, minimum, maximum, enum: values }: ToolParameter): string {
  const allowed = values?.map((value) => JSON.stringify(value)).join(', ')
  const limits = minimum === undefined ? '' : `, ${minimum} to ${maximum}`
  return `(${allowed ?? [type].flat().join(' or ')}${limits}): ${indent(description)}`
}

const indent = (text: string): string => text.replaceAll('\n', '\n    ')
