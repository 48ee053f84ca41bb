import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef } from 'react'

import type { Message } from '../../../types/api.ts'
import { takeSentences } from './takeSentences.ts'
import { tellText } from '../answer/messageText.ts'

/** So many sentences stay readable for who listens back. */
const KEPT = 12

interface StoryAnnouncerProps {
  readonly lastMessage: Message | undefined
}

/**
 * Speaks the story to a screen reader as it arrives: whole sentences, each once, politely.
 * What was told before the page was opened is there to read and is not spoken.
 */
export function StoryAnnouncer({ lastMessage }: StoryAnnouncerProps) {
  const log = useRef<HTMLDivElement>(null)
  const spoken = useRef({ messageId: '', length: 0 })

  useEffect(() => {
    if (lastMessage?.role !== 'narrator') return
    const isStreaming = lastMessage.status === 'streaming'
    const isNew = spoken.current.messageId !== lastMessage.id
    if (isNew && !isStreaming) return
    if (isNew) spoken.current = { messageId: lastMessage.id, length: 0 }

    const { sentences, length } = takeSentences(tellText(lastMessage), spoken.current.length, isStreaming)
    spoken.current.length = length
    for (const sentence of sentences) addLine(log.current, sentence)
  }, [lastMessage])

  return <VisuallyHidden ref={log} role="log" aria-live="polite" aria-label="The story as it is told" />
}

function addLine(log: HTMLElement | null, sentence: string): void {
  const line = document.createElement('p')
  line.textContent = sentence
  log?.append(line)
  while (log !== null && log.childElementCount > KEPT) log.firstElementChild?.remove()
}
