import { processTerminal } from '../terminal.ts'
import { restore } from './restore.ts'

process.exitCode = await restore(process.argv.slice(2), processTerminal())
