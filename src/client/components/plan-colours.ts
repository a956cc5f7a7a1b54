/** Colours inside drawings: an Image cannot see the page's variables. Tests hold them equal to styles/tokens.scss. */
const LIGHT = {
  card: '#ffffff',
  sunken: '#efece5',
  edge: '#8a8478',
  text: '#47433b',
  pine: '#0e6155',
  pineTint: '#e2efeb',
  onPine: '#ffffff',
  lamp: '#f6b93b',
  brick: '#b23a2a',
  brickTint: '#fbe9e4',
}

export type Colours = typeof LIGHT

const DARK: Colours = {
  card: '#1b1e1b',
  sunken: '#252925',
  edge: '#7f857d',
  text: '#cfcbc1',
  pine: '#7ccfbd',
  pineTint: '#16352f',
  onPine: '#06241e',
  lamp: '#ffc95c',
  brick: '#ff9b8a',
  brickTint: '#3d1f1a',
}

export const colours = (dark: boolean): Colours => (dark ? DARK : LIGHT)
