import { runScript } from './setup/runScript.mjs'
import { runServer } from './setup/runServer.mjs'
import { setUp } from './setup/setUp.mjs'

await runScript(async () => {
  await setUp()
  await runServer()
})
