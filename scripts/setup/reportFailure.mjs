import { SetupError } from './SetupError.mjs'

/** Says what is wrong and what to do, and ends the process; a fault of ours shows its stack. */
export function reportFailure(error) {
  if (error instanceof SetupError) console.error(`\n${error.message}\n→ ${error.hint}`)
  else if (error?.code === 'ENOSPC')
    console.error('\nThe disk is full.\n→ Free about 1 GB, then run the same command again.')
  else if (error?.code === 'EACCES' || error?.code === 'EROFS')
    console.error(`\n${error.message}\n→ Make this folder writable for you, then run the same command again.`)
  else console.error(error)
  process.exit(1)
}
