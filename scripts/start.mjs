import { reportFailure } from './setup/reportFailure.mjs'
import { runServer } from './setup/runServer.mjs'
import { setUp } from './setup/setUp.mjs'
import { SetupError } from './setup/SetupError.mjs'
import { stopWithParent } from './setup/stopWithParent.mjs'

try {
  if (Number.parseInt(process.versions.node) < 20) {
    throw new SetupError(
      'node-too-old',
      `This is Node ${process.versions.node}; LLM Gamebook needs 20 or newer.`,
      'Install a current Node from https://nodejs.org, then run `npm start` again.',
    )
  }
  stopWithParent()
  await setUp({ say: (line) => console.log(line) })
  await runServer()
} catch (error) {
  reportFailure(error)
}
