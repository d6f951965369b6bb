/** Row 1 holds the headings, as in the workbook: the first record is row 2. */
export const FIRST_ROW = 2

export const faultKey = (row: number, column: string | null): string => `${String(row)}:${column ?? ''}`
