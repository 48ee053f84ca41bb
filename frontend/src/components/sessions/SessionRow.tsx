import { IconDots } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Link } from 'wouter'

import { sessionsText } from '../../text/sessions.ts'
import type { SessionSummary } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Disclosure } from '../common/Disclosure.tsx'
import { RenameForm } from './RenameForm.tsx'
import type { SessionActions } from './sessionActions.ts'
import { SessionFacts } from './SessionFacts.tsx'
import styles from './SessionList.module.css'
import { SessionMenu } from './SessionMenu.tsx'

interface SessionRowProps {
  readonly session: SessionSummary
  readonly gamebookTitle: string | null
  readonly actions: SessionActions
  readonly onRemove: () => Promise<UserError | null>
}

export function SessionRow({ session, gamebookTitle, actions, onRemove }: SessionRowProps) {
  const { id, title } = session
  const row = useRef<HTMLLIElement>(null)
  const [isRenaming, setRenaming] = useState(false)
  const handleClose = () => {
    setRenaming(false)
    // The form holds the focus until the menu is back.
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus())
  }
  return (
    <li ref={row} className={styles.item}>
      {isRenaming ? (
        <RenameForm title={title} onSave={(name) => actions.rename(id, name)} onClose={handleClose} />
      ) : (
        <>
          <Link href={`/sessions/${id}`} className={styles.link}>
            <SessionFacts session={session} gamebookTitle={gamebookTitle} />
          </Link>
          <Disclosure label={sessionsText('actions', { name: title })} icon={<IconDots size={18} stroke={1.5} />}>
            {(close) => (
              <SessionMenu
                onRename={() => setRenaming(true)}
                onDuplicate={() => actions.duplicate(id)}
                onRemove={onRemove}
                onClose={close}
              />
            )}
          </Disclosure>
        </>
      )}
    </li>
  )
}
