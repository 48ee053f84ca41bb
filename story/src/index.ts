export { findAction, findHandling, findPayloadKey, movesGraph } from './actions/findAction.ts'
export type { Diagnostic, GamebookReport, RelatedLocation } from './format/diagnostics/diagnostic.ts'
export { GamebookError } from './errors.ts'
export { formatNumber } from './expressions/evaluate/formatNumber.ts'
export { ExpressionError } from './expressions/expressionError.ts'
export type { EndingKind, Entity, EntityType, Gamebook, GamebookFunction } from './gamebook/gamebook.ts'
export type { Json } from './json.ts'
export { isFolderName } from './names/isId.ts'
export { toKebab } from './names/convertName.ts'
export { isAdverb, nameInSentence, personInSentence, whereInSentence } from './names/nameInSentence.ts'
export { callFunction, type CallOutcome, type CallResult, type FunctionCall } from './play/callFunction.ts'
export { endTurn } from './play/endTurn.ts'
export { entersPlace } from './play/enteredPlace.ts'
export { evaluationReceipt } from './play/engineReceipts.ts'
export { listEndings, type EndingSummary } from './play/listEndings.ts'
export { offeredFunctions, type OfferedFunction } from './play/offeredFunctions.ts'
export { trimCharacters } from './names/trimCharacters.ts'
export { narrationsIn } from './play/narrationsIn.ts'
export { openStory } from './play/openStory.ts'
export { receiptForPlayer } from './play/receiptForPlayer.ts'
export { receiptLine } from './play/receiptLine.ts'
export { buildOpening, buildSystemText } from './prompt/buildSystemText.ts'
export { buildTools, type ToolDefinition } from './prompt/buildTools.ts'
export { buildTurnText } from './prompt/buildTurnText.ts'
export type {
  ChoiceView,
  ClosedExitView,
  DetailView,
  EndingView,
  EntityView,
  FieldView,
  FunctionView,
  ParameterView,
  GraphView,
  RefusedFunctionView,
  SpeakerView,
  StoryView,
  TargetView,
  TopicView,
} from './prompt/view.ts'
export type { InventoryItemView, InventoryView, ClockView, PanelFieldView, PanelView } from './prompt/panel.ts'
export { viewPanel } from './prompt/viewPanel.ts'
export { viewCall, type CallView, type RollView } from './prompt/viewCall.ts'
export { viewEnding, viewPlayerLocation, viewStory } from './prompt/viewStory.ts'
export { runTriggers, type TriggerRun } from './play/runTriggers.ts'
export { fromPortableReport, type PortableReport, toPortableReport } from './format/portableReport.ts'
export { formatDiagnostic } from './format/diagnostics/formatDiagnostic.ts'
export { fileDiagnostic } from './format/diagnostics/fileDiagnostic.ts'
export { readGamebook } from './format/readGamebook.ts'
export { parseState, StateError } from './state/parseState.ts'
export type { ChangeRecord, EffectRecord, GuardRecord, Receipt, RollRecord } from './state/receipt.ts'
export { restoreState, type RestoredState } from './restore/restoreState.ts'
export { restoreReceipt } from './restore/restoreReceipt.ts'
export type { StateFinding } from './restore/stateFinding.ts'
export { MAX_START_ANSWER, writeStartAnswers, type StartAnswers } from './state/startAnswers.ts'
export { listStartQuestions, type StartQuestion } from './state/startQuestions.ts'
export { startState, type StoryState } from './state/storyState.ts'
export type { ReportFailure } from './state/errorFallback.ts'
export type { World } from './state/world.ts'
export { worldOf } from './traits/worldOf.ts'
export {
  checkGamebook,
  DEFAULT_MAX_STATES,
  type CheckExtent,
  type EndingPath,
  type GamebookCheck,
} from './analysis/checkGamebook.ts'
export { formatStep, OPENING, type Step } from './analysis/explore/step.ts'
export type { Finding } from './analysis/finding.ts'
export type { FindingCode } from './gamebook/findingCodes.ts'
export { findStateViolation } from './analysis/validateState.ts'
export { findWalkthrough, type Walkthrough, type WalkthroughResult } from './analysis/findWalkthrough.ts'
export { formatFinding } from './analysis/formatFinding.ts'
export { mergeRandomPlays } from './analysis/mergeRandomPlays.ts'
export { DEFAULT_MAX_STEPS, playRandom, type RandomFailure, type RandomPlays } from './analysis/randomPlay.ts'
export { replay } from './analysis/replay.ts'
