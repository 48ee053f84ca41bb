import { useEffect, useId, useRef, useState } from 'react'

import type { AddressPreview, ModelConfig, Provider } from '../../../types/api.ts'
import fieldStyles from '../../common/Field.module.css'
import { Field } from '../../common/Field.tsx'
import styles from './KeyField.module.css'
import { hasStoredKey, type KeyChange } from './modelConfigValues.ts'

interface KeyFieldProps {
  readonly provider: Provider
  readonly stored: ModelConfig | null
  readonly change: KeyChange
  readonly onChange: (change: KeyChange) => void
  readonly preview: AddressPreview | null
  readonly error: string | undefined
}

/** What is stored is never shown: it is kept, replaced or removed. */
export function KeyField({ provider, stored, change, onChange, preview, error }: KeyFieldProps) {
  const group = useRef<HTMLDivElement>(null)
  const [hasChanged, setChanged] = useState(false)
  const isKept = stored !== null && hasStoredKey(stored)

  // The control that was pressed is gone: the focus goes to the one that stands there now.
  useEffect(() => {
    if (hasChanged) group.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [hasChanged, change.kind])

  const turn = (kind: KeyChange['kind']) => {
    setChanged(true)
    onChange(kind === 'replace' ? { kind, text: '' } : { kind })
  }

  return (
    <div ref={group}>
      {change.kind === 'replace' ? (
        <KeyInput
          provider={provider}
          preview={preview}
          error={error}
          onChange={(text) => onChange({ kind: 'replace', text })}
          onKeep={isKept ? () => turn('keep') : null}
        />
      ) : (
        <StoredKey kind={change.kind} stored={stored} preview={preview} error={error} onTurn={turn} />
      )}
    </div>
  )
}

interface KeyInputProps {
  readonly provider: Provider
  readonly preview: AddressPreview | null
  readonly error: string | undefined
  readonly onChange: (text: string) => void
  /** Null where nothing is stored. */
  readonly onKeep: (() => void) | null
}

/** React writes a value that it controls into the page's source, where a key has no place: this one is left alone. */
function KeyInput({ provider, preview, error, onChange, onKeep }: KeyInputProps) {
  const [isTrimmed, setTrimmed] = useState(false)
  return (
    <Field
      label="API key"
      aside={provider.apiKeyRequired ? undefined : '(only where the server asks for one)'}
      error={error}
      hint={
        <div className={styles.hints}>
          {isTrimmed && <p role="status">White space around the key is left out.</p>}
          {preview !== null && preview.environmentVariable !== null && (
            <p>Left empty, the key in {preview.environmentVariable} of the server is used.</p>
          )}
          {provider.apiKeyUrl !== null && (
            <p>
              Keys are made at{' '}
              <a href={provider.apiKeyUrl} target="_blank" rel="noreferrer">
                {provider.apiKeyUrl.replace(/^https:\/\//, '')}
              </a>
              . It is kept encrypted and never shown again.
            </p>
          )}
        </div>
      }
    >
      {(control) => (
        <div className={styles.row}>
          <input
            {...control}
            name="apiKey"
            type="password"
            autoComplete="new-password"
            spellCheck={false}
            className={fieldStyles.input}
            onChange={(event) => {
              const typed = event.target.value
              setTrimmed(typed !== typed.trim())
              onChange(typed.trim())
            }}
          />
          {onKeep !== null && (
            <button type="button" className={styles.turn} onClick={onKeep}>
              Keep the stored one
            </button>
          )}
        </div>
      )}
    </Field>
  )
}

interface StoredKeyProps {
  readonly kind: 'keep' | 'remove'
  readonly stored: ModelConfig | null
  readonly preview: AddressPreview | null
  readonly error: string | undefined
  readonly onTurn: (kind: KeyChange['kind']) => void
}

function StoredKey({ kind, stored, preview, error, onTurn }: StoredKeyProps) {
  const id = useId()
  const variable = preview?.environmentVariable ?? null
  const isUnreadable = stored?.apiKey.source === 'unreadable'
  return (
    <div role="group" aria-labelledby={id} className={styles.stored}>
      <span id={id} className={fieldStyles.label}>
        API key
      </span>
      {error !== undefined && <p className={fieldStyles.error}>{error}</p>}
      <div className={styles.row}>
        <span className={styles.state}>{tellState(kind, stored)}</span>
        {kind === 'keep' ? (
          <>
            <button type="button" className={styles.turn} onClick={() => onTurn('replace')}>
              {isUnreadable ? 'Enter it again' : 'Replace'}
            </button>
            <button type="button" className={styles.turn} onClick={() => onTurn('remove')}>
              {variable === null ? 'Remove' : `Remove and use ${variable}`}
            </button>
          </>
        ) : (
          <button type="button" className={styles.turn} onClick={() => onTurn('keep')}>
            Keep it
          </button>
        )}
      </div>
      {kind === 'keep' && preview?.clearsKey === true && (
        <p className={styles.warning} role="status">
          The stored key was entered for another host. Saving this address removes it: replace it with the key of the
          new host.
        </p>
      )}
    </div>
  )
}

function tellState(kind: 'keep' | 'remove', stored: ModelConfig | null): string {
  if (kind === 'remove') return 'The stored key is removed when you save.'
  if (stored?.apiKey.source === 'unreadable') return 'The stored key cannot be read any more.'
  const end = stored?.apiKey.lastFour
  return end === undefined ? 'A key is stored.' : `A key is stored that ends in ${end}.`
}
