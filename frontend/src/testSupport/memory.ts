import type { Pin, SessionMemory } from '../types/api.ts'

export function pin(change: Partial<Pin> = {}): Pin {
  return {
    id: 'pin',
    messageId: 'answer',
    text: 'On still nights one lamp burns under the water.',
    createdAt: '2026-03-01T20:00:00.000Z',
    isSent: true,
    ...change,
  }
}

/** Of a story whose first turns are left out. */
export function sessionMemory(change: Partial<SessionMemory> = {}): SessionMemory {
  return {
    narrator: { name: 'Sonnet', isBuiltin: false },
    mode: 'full',
    window: { tokens: 8192, source: 'default' },
    budget: 6700,
    sent: [
      { part: 'turns', tokens: 3240 },
      { part: 'rules', tokens: 1210 },
      { part: 'state', tokens: 264 },
      { part: 'actions', tokens: 156 },
      { part: 'summary', tokens: 128 },
      { part: 'facts', tokens: 206 },
      { part: 'notes', tokens: 38 },
    ],
    turnsSent: { from: 9, to: 27 },
    turnsLeftOut: { from: 1, to: 8, tokens: 3050 },
    facts: [
      { kind: 'place', group: 'Visited', text: 'Sand road', messageId: 'a' },
      { kind: 'place', group: 'Visited', text: 'Great hall', messageId: 'b' },
      { kind: 'gained', group: 'Gained', text: 'storm lantern', messageId: 'b' },
    ],
    factsLeftOut: 0,
    summary: { text: 'You came to return a book.', source: 'model', turns: 8, isSent: true },
    pins: [pin()],
    note: 'I am afraid of deep water.',
    marked: 0,
    versions: 0,
    ...change,
  }
}
