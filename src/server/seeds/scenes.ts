import sharp from 'sharp'
import { below } from './keyed-hash'

/** Placeholder pictures: drawn, never photographed. */
export const SCENES = [
  'dark_street',
  'lit_street',
  'cars',
  'clear_road',
  'bare_wall',
  'plate',
  'corner',
  'litter',
  'clean',
  'water',
  'mended',
  'slope',
  'guarded',
  'crack',
  'slip',
] as const
export type Scene = (typeof SCENES)[number]

const WIDTH = 960
const HEIGHT = 720

/** A JPEG for a scene; `key` shifts windows and colours, so that two places never look the same. */
export async function drawScene(
  scene: Scene,
  key: string,
): Promise<{ bytes: Buffer; width: number; height: number }> {
  const bytes = await sharp(Buffer.from(svg(scene, key)))
    .jpeg({ quality: 78 })
    .toBuffer()
  return { bytes, width: WIDTH, height: HEIGHT }
}

const svg = (scene: Scene, key: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${DRAWN[scene](key)}</svg>`

const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`

/** Houses on both sides of a lane, with some windows lit. */
function lane(key: string, [sky, wall, road, glass]: [string, string, string, string]): string {
  const houses = [0, 1, 2].map((n) => {
    const height = 300 + below(`${key}|h${n}`, 130)
    const side = n * 110
    return `${rect(side - 60, 560 - height, 100, height, wall)}${rect(960 - side - 40, 560 - height + 30, 100, height - 30, wall)}`
  })
  const windows = Array.from({ length: 14 }, (_, n) => {
    const left = n % 2 === 0
    const x = (left ? 20 : 690) + below(`${key}|x${n}`, 220)
    return rect(
      x,
      220 + below(`${key}|y${n}`, 260),
      26,
      34,
      below(`${key}|w${n}`, 3) === 0 ? '#f6c866' : glass,
    )
  })
  return `${rect(0, 0, WIDTH, HEIGHT, sky)}${houses.join('')}${windows.join('')}<path d="M330 560H630L900 720H60z" fill="${road}"/>${rect(0, 560, 330, 160, road, 'opacity=".55"')}${rect(630, 560, 330, 160, road, 'opacity=".55"')}`
}

const night = (key: string): string => lane(key, ['#101722', '#1f2733', '#2a2f38', '#18202b'])
const day = (key: string): string => lane(key, ['#cfdfe6', '#c9bfae', '#9b9a95', '#7f93a0'])

const post = (isLit: boolean): string =>
  `${isLit ? '<path d="M650 190L430 640H880z" fill="#ffd987" opacity=".38"/>' : ''}<path d="M560 620V190q0-40 50-40h50" fill="none" stroke="#59626e" stroke-width="12"/><ellipse cx="655" cy="160" rx="44" ry="15" fill="${isLit ? '#ffe7ac' : '#39414c'}"/>`

const car = (x: number, y: number, paint: string): string =>
  `<path d="M${x} ${y}q12-52 48-52h110q40 0 62 52h30q18 0 18 22v28H${x - 22}v-28q0-22 22-22z" fill="${paint}"/><circle cx="${x + 42}" cy="${y + 52}" r="24" fill="#24272b"/><circle cx="${x + 196}" cy="${y + 52}" r="24" fill="#24272b"/>`

const wall = (key: string): string => {
  const rows = Array.from(
    { length: 9 },
    (_, n) => `<path d="M0 ${n * 80}H960" stroke="#b3a48c" stroke-width="3"/>`,
  )
  return `${rect(0, 0, WIDTH, HEIGHT, below(`${key}|wall`, 2) === 0 ? '#cdbfa5' : '#c4b9ab')}${rows.join('')}${rect(560, 180, 260, 540, '#5d5348')}${rect(580, 200, 220, 520, '#776a5b')}`
}

const corner = (key: string): string =>
  `${rect(0, 0, WIDTH, 460, below(`${key}|c`, 2) === 0 ? '#d8d2c4' : '#cfd0c8')}${rect(0, 460, WIDTH, 260, '#a39d92')}<path d="M480 0V460L200 720M480 460L760 720" stroke="#8c867a" stroke-width="4" fill="none"/>`

const bags = (key: string): string =>
  Array.from({ length: 9 }, (_, n) => {
    const x = 260 + below(`${key}|bx${n}`, 420)
    const y = 480 + below(`${key}|by${n}`, 150)
    return `<ellipse cx="${x}" cy="${y}" rx="${44 + below(`${key}|br${n}`, 30)}" ry="40" fill="${n % 3 === 0 ? '#2f3a34' : n % 3 === 1 ? '#4a5a6b' : '#7a6a4f'}"/>`
  }).join('')

const hill = (guard: string): string =>
  `${rect(0, 0, WIDTH, HEIGHT, '#cdd9dc')}<path d="M0 720V300L260 180L560 330L960 620V720z" fill="#8d7a5c"/><path d="M180 240l60 130-40 90 70 120" fill="none" stroke="#5b4a34" stroke-width="14"/>${rect(640, 420, 220, 240, '#b9ac98')}${guard}`

const fence =
  '<path d="M80 560H620M80 610H620" stroke="#e3a72f" stroke-width="16"/><path d="M120 520v140M300 520v140M480 520v140M600 520v140" stroke="#8a6a24" stroke-width="14"/>'

const DRAWN: Record<Scene, (key: string) => string> = {
  dark_street: (key) => `${night(key)}${post(false)}`,
  lit_street: (key) => `${night(key)}${post(true)}`,
  cars: (key) =>
    `${day(key)}${car(120, 560, '#8f3b32')}${car(430, 540, '#3d5266')}${car(640, 600, '#d9d9d4')}`,
  clear_road: (key) =>
    `${day(key)}<path d="M480 570v150" stroke="#f2efe6" stroke-width="10" stroke-dasharray="34 26"/>${car(690, 590, '#3d5266')}`,
  bare_wall: (key) =>
    `${wall(key)}<rect x="300" y="240" width="170" height="96" fill="none" stroke="#a8977c" stroke-width="4" stroke-dasharray="10 8"/><circle cx="316" cy="256" r="6" fill="#6e6352"/><circle cx="454" cy="320" r="6" fill="#6e6352"/>`,
  plate: (key) =>
    `${wall(key)}${rect(296, 236, 180, 104, '#1f5fa8', 'rx="8"')}${rect(312, 262, 96, 16, '#f4f6f8')}${rect(312, 296, 70, 16, '#f4f6f8')}${rect(416, 258, 46, 60, '#f4f6f8')}`,
  corner,
  litter: (key) => `${corner(key)}${bags(key)}`,
  clean: (key) =>
    `${corner(key)}${rect(620, 420, 90, 150, '#3f6b4f', 'rx="10"')}${rect(730, 420, 90, 150, '#4c6a86', 'rx="10"')}`,
  water: (key) =>
    `${day(key)}<ellipse cx="480" cy="640" rx="300" ry="58" fill="#7fa3b5"/><path d="M480 640q-30-150 0-210q32 60 0 210z" fill="#b9d6e2"/>`,
  mended: (key) => `${day(key)}${rect(400, 590, 160, 70, '#6d6b66', 'rx="6"')}`,
  slope: () => hill(''),
  guarded: () => hill(fence),
  slip: () =>
    `${rect(0, 0, WIDTH, HEIGHT, '#8d8474')}${rect(230, 60, 500, 600, '#f6f1e4', 'rx="6"')}${[
      150, 220, 290, 360,
    ]
      .map((y) => rect(290, y, 380, 10, '#b9b2a2'))
      .join(
        '',
      )}<circle cx="320" cy="470" r="22" fill="none" stroke="#4b4236" stroke-width="6"/><path d="M560 590q40-40 60-8t60-24" fill="none" stroke="#2f4a6b" stroke-width="7"/>`,
  crack: (key) =>
    `${wall(key)}<path d="M120 40l40 120-30 90 60 130-30 110 70 170" fill="none" stroke="#4b4236" stroke-width="${6 + below(`${key}|crack`, 6)}"/>`,
}
