import type { Pages } from '../pages'

/** The page stack, for the builtins that act on it: set once, before the first page. */
export const reach: { pages?: Pages } = {}
