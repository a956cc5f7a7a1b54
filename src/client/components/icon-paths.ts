import type paths from './icon-paths.json'

/**
 * Line icons on a 24 grid, 1.75 stroke, round ends; drawn once, coloured by the text around them. The build writes
 * the drawings into the style sheet (config/icons.ts); the app itself knows only their names.
 */
export type IconName = keyof typeof paths
