import { commonText } from '../../text/common.ts'
import { isBuiltin } from './isBuiltin.ts'

/** The name of a narrator. The built-in one always says that it is not an AI. */
export function narratorLabel(provider: string, name: string): string {
  return isBuiltin(provider) ? commonText('builtinNarrator') : name
}
