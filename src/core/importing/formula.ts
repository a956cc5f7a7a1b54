/** What a spreadsheet would take for a formula, or for the end of a cell, at the start of one. */
const STARTS = /^[=+\-@\t\r]/

/**
 * A cell of an export that a spreadsheet shows and never carries out: an apostrophe stands before it. Somebody could
 * otherwise report a concern whose title sends the clerk's table away (CSV injection).
 */
export const harmless = (cell: string): string => (STARTS.test(cell) ? `'${cell}` : cell)
