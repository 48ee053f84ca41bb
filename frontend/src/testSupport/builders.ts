import type {
  DriftFinding,
  GamebookDetail,
  LiveEvent,
  Message,
  ModelSnapshot,
  Panel,
  Receipt,
  ReceiptEntry,
  SessionDetail,
  SessionSummary,
  StorySettings,
  Suggestion,
  TextPart,
  TurnError,
} from '../types/api.ts'

const TIME = '2026-03-01T20:00:00.000Z'

const builtin: ModelSnapshot = {
  configName: 'Built-in narrator',
  provider: 'builtin',
  requestedModel: 'builtin',
  answeringModel: null,
  host: null,
  parameters: {},
}

export function message(change: Partial<Message> = {}): Message {
  const id = change.id ?? 'answer'
  return {
    id,
    parentId: null,
    role: 'narrator',
    status: 'done',
    parts: [],
    receipts: [],
    error: null,
    modelConfigId: null,
    model: builtin,
    usage: null,
    finishReason: null,
    siblingIds: [id],
    createdAt: TIME,
    firstTokenAt: TIME,
    finishedAt: '2026-03-01T20:00:02.400Z',
    driftFindings: null,
    ...change,
  }
}

export const textPart = (text: string, id = 'text'): TextPart => ({ id, type: 'text', text })

export const answer = (text: string, change: Partial<Message> = {}): Message =>
  message({ parts: [{ id: 'text', type: 'text', text }], ...change })

export const playerMessage = (text: string, change: Partial<Message> = {}): Message =>
  message({ id: 'words', role: 'player', model: null, parts: [{ id: 'text', type: 'text', text }], ...change })

/** A finding about these words of an answer with one text. */
export function driftFinding(shown: Message, words: string, change: Partial<DriftFinding> = {}): DriftFinding {
  const [part] = shown.parts
  const start = part?.type === 'text' ? part.text.indexOf(words) : 0
  return {
    kind: 'moved-unconfirmed',
    certainty: 'sure',
    partId: part?.id ?? '',
    start,
    end: start + words.length,
    fact: 'You are still at the gate.',
    ...change,
  }
}

export function receipt(change: Partial<Receipt> = {}): Receipt {
  return {
    action: 'graph/transition',
    by: 'tool',
    function: 'walk_to',
    args: { to: 'gate' },
    result: 'applied',
    guards: [{ guard: 'walk_to.enabled', source: 'tide.low', holds: true }],
    changes: [{ entity: 'garden_path', field: 'current_node_id', before: 'lawn', after: 'gate' }],
    ...change,
  }
}

export function receiptEntry(change: Partial<ReceiptEntry> = {}): ReceiptEntry {
  return { id: 'receipt', partId: null, line: 'You went to the gate', receipt: receipt(), ...change }
}

export function turnError(change: Partial<TurnError> = {}): TurnError {
  return {
    code: 'rate-limited',
    detail: 'The provider asks to wait.',
    hint: 'Wait a minute, then retry.',
    retryable: true,
    ...change,
  }
}

export function suggestion(change: Partial<Suggestion> = {}): Suggestion {
  return {
    id: 'walk_to:gate',
    group: 'go',
    label: 'Go to the gate',
    call: { function: 'walk_to', args: { to: 'gate' } },
    input: [],
    reason: null,
    ...change,
  }
}

export function sessionSummary(change: Partial<SessionSummary> = {}): SessionSummary {
  return {
    id: 'session',
    title: 'The Garden Gate',
    gamebookId: 'example/garden-gate',
    modelConfigId: null,
    messageCount: 0,
    place: 'Lawn',
    endedAt: null,
    ending: null,
    time: null,
    narrator: 'Built-in narrator',
    createdAt: TIME,
    updatedAt: TIME,
    deletedAt: null,
    ...change,
  }
}

export function session(change: Partial<SessionDetail> = {}): SessionDetail {
  const messages = change.messages ?? []
  return {
    ...sessionSummary(),
    gamebookTitle: 'The Garden Gate',
    language: 'en',
    gamebookFile: 'current',
    headId: messages.at(-1)?.id ?? null,
    messages,
    earlierCursor: null,
    redoId: null,
    panel: panel(),
    modelConfig: { id: 'config', name: 'Built-in narrator', provider: 'builtin', fallback: false },
    endings: { found: 0, total: 3 },
    settings: storySettings(),
    fixedSettings: [],
    suggestions: [],
    ...change,
  }
}

export function storySettings(change: Partial<StorySettings> = {}): StorySettings {
  return {
    person: null,
    tense: null,
    length: null,
    language: null,
    tone: null,
    content: null,
    dialogue: null,
    memory: 'full',
    summaryModelConfigId: null,
    driftCheck: 'mark',
    ...change,
  }
}

export function panel(change: Partial<Panel> = {}): Panel {
  return { clocks: [], fields: [], inventory: [], ...change }
}

/** The server still sends it, and the app does not read it. */
const deprecatedGamebookFields = { endingsFound: [] }

export function gamebook(change: Partial<GamebookDetail> = {}): GamebookDetail {
  return {
    id: 'example/garden-gate',
    source: 'example',
    title: 'The Garden Gate',
    description: 'A child finds a gate at the end of the garden.',
    author: 'Nobody',
    language: 'en',
    license: null,
    contentWarnings: [],
    questions: [],
    hasImage: false,
    playable: true,
    errorCount: 0,
    warningCount: 0,
    sessionCount: 0,
    endings: { found: 0, total: 3 },
    diagnostics: [],
    endingTitlesFound: [],
    fixedSettings: [],
    ...deprecatedGamebookFields,
    ...change,
  }
}

export const snapshot = (of: SessionDetail): LiveEvent => ({ type: 'snapshot', session: of })
