import { z } from 'zod'

/**
 * How a model gets its functions: as tools of which more and more are sent (`growing`), as tools with only the arguments
 * that are possible now (`narrow`), or as a text, for models without tools (`text`).
 */
export const ToolStyle = z.enum(['growing', 'narrow', 'text'])
export type ToolStyle = z.infer<typeof ToolStyle>
