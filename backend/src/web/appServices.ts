import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { KeyCipher } from '../models/keys/keyCipher.ts'
import type { MessagePaths } from '../db/messagePaths.ts'
import type { SummaryWriter } from '../engine/memory/summary/summaryWriter.ts'
import type { TurnEngine } from '../engine/turnEngine.ts'
import type { EnvironmentKeys } from '../models/keys/environmentKeys.ts'
import type { GamebookChecks } from '../gamebooks/gamebookChecks.ts'
import type { GamebookLibrary } from '../gamebooks/library.ts'
import type { PlayedGamebooks } from '../gamebooks/playedGamebooks.ts'
import type { RecentTests } from '../models/connectionTest/recentTests.ts'
import type { ModelLists } from '../models/list/modelLists.ts'
import type { RequestRecorder } from '../requests/requestRecorder.ts'
import type { RequestTexts } from '../requests/requestTexts.ts'
import type { DeletedSessions } from './deletedSessions.ts'
import type { LiveHub } from './live/liveHub.ts'
import type { CreateModel } from './modelFactory.ts'
import type { ModelReports } from './modelReports/modelReports.ts'
import type { TurnStarter } from './turnStarter.ts'

/** The services of the routes. Each route declares the few that it uses. */
export interface AppServices {
  readonly clock: Clock
  readonly db: Database
  /** What to do about damage that was found in the database; null if none was. */
  readonly databaseDamage: () => string | null
  readonly keyCipher: KeyCipher
  readonly environmentKeys: EnvironmentKeys
  /** In a container, `localhost` is not the machine that people mean. */
  readonly isInContainer: boolean
  readonly createModel: CreateModel
  readonly modelLists: ModelLists
  readonly recentTests: RecentTests
  readonly paths: MessagePaths
  readonly library: GamebookLibrary
  readonly checks: GamebookChecks
  readonly playedGamebooks: PlayedGamebooks
  readonly engine: TurnEngine
  readonly live: LiveHub
  readonly turns: TurnStarter
  readonly summaries: SummaryWriter
  readonly reports: ModelReports
  readonly requests: RequestRecorder
  readonly requestTexts: RequestTexts
  readonly deletedSessions: DeletedSessions
}
