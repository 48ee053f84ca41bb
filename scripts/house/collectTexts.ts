import ts from 'typescript'

import type { SourceFile } from './readSources.ts'

export interface LocatedText {
  readonly path: string
  readonly line: number
  readonly text: string
}

/** The strings of a program that people can read: literals and JSX text with at least two words. */
export function collectStrings({ path, content }: SourceFile): readonly LocatedText[] {
  const source = parse(path, content)
  const texts: LocatedText[] = []
  const add = (node: ts.Node, text: string): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
    if (/\S\s+\S/.test(text)) texts.push({ path, line, text: text.replaceAll(/\s+/g, ' ').trim() })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) add(node, node.text)
    else if (ts.isJsxText(node)) add(node, node.text)
    else if (ts.isTemplateExpression(node)) add(node, textOf(node))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return texts
}

/** The names that a file exports. */
export function collectExports({ path, content }: SourceFile): readonly LocatedText[] {
  const source = parse(path, content)
  const names = source.statements.flatMap((statement): readonly ts.Node[] => {
    if (ts.isExportDeclaration(statement))
      return statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map(({ name }) => name)
        : []
    if (!ts.canHaveModifiers(statement)) return []
    if (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) !== true) return []
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(namesIn)
    return 'name' in statement && isNode(statement.name) ? [statement.name] : []
  })
  return names.map((name) => ({
    path,
    line: source.getLineAndCharacterOfPosition(name.getStart(source)).line + 1,
    text: name.getText(source),
  }))
}

/** The prose of a page: without code, front matter and link targets. */
export function collectProse({ path, content }: SourceFile): readonly LocatedText[] {
  let isCode = false
  return content.split('\n').flatMap((line, index): readonly LocatedText[] => {
    const isFence = /^\s*(```|~~~)/.test(line)
    if (isFence) isCode = !isCode
    if (isFence || isCode) return []
    const text = line.replaceAll(/`[^`]*`/g, '`…`').replaceAll(/\]\([^)]*\)/g, ']')
    return text.trim() === '' ? [] : [{ path, line: index + 1, text: text.trim() }]
  })
}

function namesIn({ name }: ts.VariableDeclaration | ts.BindingElement): readonly ts.Node[] {
  if (ts.isIdentifier(name)) return [name]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element) : []))
}

function parse(path: string, content: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true, kind)
}

function textOf({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }) => `{}${literal.text}`).join('')
}

function isNode(value: unknown): value is ts.Node {
  return typeof value === 'object' && value !== null && 'kind' in value
}
