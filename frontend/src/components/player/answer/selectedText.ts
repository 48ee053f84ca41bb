/** What is selected inside an element, in one line; empty if nothing is, or the selection reaches beyond it. */
export function selectedText(element: Element | null): string {
  const selection = window.getSelection()
  if (element === null || selection === null || selection.isCollapsed) return ''
  const { anchorNode, focusNode } = selection
  if (!element.contains(anchorNode) || !element.contains(focusNode)) return ''
  return toOneLine(selection.toString())
}

export const toOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
