import { useEffect, useRef } from 'react'

import styles from '../../common/VisuallyHidden.module.css'
import { playerText } from '../../../text/player.ts'
import type { Message } from '../../../types/api.ts'
import { takeSentences } from './takeSentences.ts'
import { messageText } from '../answer/messageText.ts'

/** Older sentences are removed from the log. */
const MAX_SENTENCES = 12

interface StoryAnnouncerProps {
  readonly lastMessage: Message | undefined
}

/** Announces arriving text to screen readers, one complete sentence at a time. Earlier text is not announced. */
export function StoryAnnouncer({ lastMessage }: StoryAnnouncerProps) {
  const log = useRef<HTMLDivElement>(null)
  const spoken = useRef({ messageId: '', length: 0 })

  useEffect(() => {
    if (lastMessage?.role !== 'narrator') return
    const isStreaming = lastMessage.status === 'streaming'
    const isNew = spoken.current.messageId !== lastMessage.id
    if (isNew && !isStreaming) return
    if (isNew) spoken.current = { messageId: lastMessage.id, length: 0 }

    const { sentences, length } = takeSentences(messageText(lastMessage), spoken.current.length, isStreaming)
    spoken.current.length = length
    for (const sentence of sentences) addLine(log.current, sentence)
  }, [lastMessage])

  return (
    <div ref={log} className={styles.hidden} role="log" aria-live="polite" aria-label={playerText('announcements')} />
  )
}

function addLine(log: HTMLElement | null, sentence: string): void {
  const line = document.createElement('p')
  line.textContent = sentence
  log?.append(line)
  while (log !== null && log.childElementCount > MAX_SENTENCES) log.firstElementChild?.remove()
}
