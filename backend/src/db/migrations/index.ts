import * as init from './0001-init.ts'
import * as modelParameters from './0002-model-parameters.ts'
import * as connectionTests from './0003-connection-tests.ts'
import * as bodySecrets from './0004-body-secrets.ts'
import * as answerPieces from './0005-answer-pieces.ts'
import * as systemTexts from './0006-system-texts.ts'
import * as startAnswers from './0007-start-answers.ts'
import * as memory from './0008-memory.ts'
import * as toolStyles from './0009-tool-styles.ts'
import * as reportedWindows from './0010-reported-windows.ts'
import * as requests from './0011-requests.ts'
import * as costs from './0012-costs.ts'
import * as drift from './0013-drift.ts'
import * as budgets from './0014-budgets.ts'
import * as modelReports from './0015-model-reports.ts'
import * as compactRequests from './0016-compact-requests.ts'
import * as playerCalls from './0017-player-calls.ts'
import * as deletedSessions from './0018-deleted-sessions.ts'
import type { MigrationStep } from './step.ts'

/** Applied in this order, from the oldest version to this one. A step is frozen once it has run anywhere. */
export const migrations: ReadonlyMap<string, MigrationStep> = new Map<string, MigrationStep>([
  ['0001-init', init],
  ['0002-model-parameters', modelParameters],
  ['0003-connection-tests', connectionTests],
  ['0004-body-secrets', bodySecrets],
  ['0005-answer-pieces', answerPieces],
  ['0006-system-texts', systemTexts],
  ['0007-start-answers', startAnswers],
  ['0008-memory', memory],
  ['0009-tool-styles', toolStyles],
  ['0010-reported-windows', reportedWindows],
  ['0011-requests', requests],
  ['0012-costs', costs],
  ['0013-drift', drift],
  ['0014-budgets', budgets],
  ['0015-model-reports', modelReports],
  ['0016-compact-requests', compactRequests],
  ['0017-player-calls', playerCalls],
  ['0018-deleted-sessions', deletedSessions],
])
