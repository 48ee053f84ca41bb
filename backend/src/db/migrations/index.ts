import type { Migration } from 'kysely/migration'

import * as init from './0001-init.ts'
import * as modelParameters from './0002-model-parameters.ts'
import * as connectionTests from './0003-connection-tests.ts'

/** Applied in this order. A migration is frozen once it has run anywhere. */
export const migrations: Record<string, Migration> = {
  '0001-init': init,
  '0002-model-parameters': modelParameters,
  '0003-connection-tests': connectionTests,
}
