import type { LanguageModelV4FunctionTool } from '@ai-sdk/provider'
import type { ToolDefinition } from '@llm-gamebook/story'

/** The tools of a request in the form of the provider packages. */
export function toFunctionTools(tools: readonly ToolDefinition[], isStrict: boolean): LanguageModelV4FunctionTool[] {
  return tools.map(({ name, description, strict, parameters }) => ({
    type: 'function',
    name,
    description,
    ...(isStrict && { strict }),
    inputSchema: {
      ...parameters,
      required: [...parameters.required],
      properties: Object.fromEntries(
        Object.entries(parameters.properties).map(([key, value]) => [key, toSchema(value)]),
      ),
    },
  }))
}

type Schema = LanguageModelV4FunctionTool['inputSchema']

function toSchema({ type, enum: choices, ...rest }: ToolDefinition['parameters']['properties'][string]): Schema {
  return {
    ...rest,
    type: typeof type === 'string' ? type : [...type],
    ...(choices !== undefined && { enum: [...choices] }),
  }
}
