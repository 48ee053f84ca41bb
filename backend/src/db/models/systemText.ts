import { createHash } from 'node:crypto'

/** Identifies a system text. */
export const hashSystemText = (text: string): string => createHash('sha256').update(text).digest('hex')
