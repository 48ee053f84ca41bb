import { type FocusEvent, type KeyboardEvent, useEffect, useId, useState } from 'react'

import { pressedKey } from './pressedKey.ts'

interface ComboboxSettings {
  readonly count: number
  readonly onChoose: (index: number) => void
  /** The option that is marked when the list opens or changes; -1 for none. */
  readonly initialIndex: number
  /** False while there is no list to open. */
  readonly hasList?: boolean
  readonly onOpen?: () => void
  readonly onClose?: () => void
}

/**
 * Keyboard behavior and ARIA attributes of an editable combobox with a list. The focus stays in the field. The arrows,
 * Home and End mark an option, Enter chooses it, and Escape closes the list only.
 */
export function useCombobox({ count, onChoose, initialIndex, hasList = true, onOpen, onClose }: ComboboxSettings) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [marked, setMarked] = useState<number | null>(null)
  const active = Math.min(marked ?? initialIndex, count - 1)
  const optionId = (index: number) => `${id}-option-${index}`
  const isShown = isOpen && hasList
  const activeId = isShown && active >= 0 ? optionId(active) : undefined

  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const open = () => {
    if (isOpen) return
    setMarked(null)
    setOpen(true)
    onOpen?.()
  }
  const close = () => {
    if (!isOpen) return
    setOpen(false)
    onClose?.()
  }
  const choose = (index: number) => {
    close()
    onChoose(index)
  }

  const move = (event: KeyboardEvent, index: number) => {
    event.preventDefault()
    if (!isOpen) open()
    else if (count > 0) setMarked((index + count) % count)
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    switch (pressedKey(event)) {
      case 'ArrowDown':
        return move(event, active + 1)
      case 'ArrowUp':
        return move(event, active < 0 ? count - 1 : active - 1)
      case 'Home':
        return isOpen && active >= 0 ? move(event, 0) : undefined
      case 'End':
        return isOpen && active >= 0 ? move(event, count - 1) : undefined
      case 'Enter':
        if (!isOpen || active < 0) return undefined
        event.preventDefault()
        return choose(active)
      case 'Escape':
        if (!isOpen) return undefined
        event.preventDefault()
        event.nativeEvent.stopImmediatePropagation()
        return close()
      default:
        return undefined
    }
  }

  return {
    isOpen: isShown,
    /** Opened by the user, although there may be no list yet. */
    isWanted: isOpen,
    open,
    close,
    /** Resets the marked option after the list has changed. */
    unmark: () => setMarked(null),
    rootProps: {
      onBlur: (event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      },
    },
    inputProps: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isShown,
      'aria-controls': isShown ? `${id}-list` : undefined,
      'aria-activedescendant': activeId,
      autoComplete: 'off',
      spellCheck: false,
      onKeyDown: handleKeyDown,
      onClick: open,
    },
    listProps: { id: `${id}-list`, role: 'listbox' },
    optionProps: (index: number) => ({
      id: optionId(index),
      role: 'option',
      'aria-selected': index === active,
      // Keeps the focus in the field.
      onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onMouseMove: () => setMarked(index),
      onClick: () => choose(index),
    }),
  } as const
}
