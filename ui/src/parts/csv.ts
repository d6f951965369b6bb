/** What is drawn, as text for a file or the clipboard. */
export type Cell = string | number | null

const quote = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** A leading = + - @ would be run as a formula by a spreadsheet. */
const inert = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text)

const plain = (cell: Cell): string => (cell === null ? '' : typeof cell === 'number' ? String(cell) : inert(cell))

export const toCsv = (rows: Cell[][]): string =>
  '\uFEFF' + rows.map((row) => row.map((cell) => quote(plain(cell))).join(',')).join('\r\n') + '\r\n'

export const toTsv = (rows: Cell[][]): string =>
  rows.map((row) => row.map((cell) => plain(cell).replace(/[\t\n\r]+/g, ' ')).join('\t')).join('\n')

export function download(name: string, content: Blob | string): void {
  const anchor = document.createElement('a')
  if (typeof content === 'string') {
    anchor.href = content
  } else {
    anchor.href = URL.createObjectURL(content)
    setTimeout(() => { URL.revokeObjectURL(anchor.href) }, 10_000)
  }
  anchor.download = name
  anchor.click()
}

export const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 80)

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
