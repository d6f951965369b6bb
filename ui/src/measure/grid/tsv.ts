/** Blocks of cells as spreadsheets put them on the clipboard. */
import type { Row } from '../../api/client'

/** Tab-separated text to cells; quoted cells may hold tabs, quotes and line ends. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < body.length; at++) {
    const char = body[at] ?? ''
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (body[at + 1] === '"') { cell += '"'; at++ }
      else isQuoted = false
    } else if (char === '"' && cell === '') {
      isQuoted = true
    } else if (char === '\t' || char === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (char === '\n') rows.push([])
    } else {
      cell += char
    }
  }
  rows.at(-1)?.push(cell)
  return rows
}

const quoted = (cell: string): string => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export function blockTsv(rows: Row[], columns: string[]): string {
  return rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join('\t')).join('\n')
}
