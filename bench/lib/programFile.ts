import { fileURLToPath } from 'node:url'

/** The file of a program that the bench runs in a process of its own. */
export const programFile = (name: string): string => fileURLToPath(new URL(`../programs/${name}.ts`, import.meta.url))
