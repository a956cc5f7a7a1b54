/** What a mini-program code leads to: a house by the code on its plate, a matter by its number, a task. */
export type Scene =
  | { kind: 'building'; plate: string }
  | { kind: 'concern'; no: string }
  | { kind: 'task'; id: string }

/**
 * WeChat prints at most 32 characters of a small alphabet into a code; of that alphabet we use what needs no
 * encoding anywhere. Two go to the letter and the sign.
 */
const SCENE = /^([bct])=([A-Za-z0-9._~-]{1,30})$/

/** The text that goes into the code; `null` when what it names cannot be written there. */
export function sceneText(scene: Scene): string | null {
  const text = written(scene)
  return SCENE.test(text) ? text : null
}

function written(scene: Scene): string {
  if (scene.kind === 'building') return `b=${scene.plate}`
  return scene.kind === 'concern' ? `c=${scene.no}` : `t=${scene.id}`
}

/** Reads a scanned code, decoded; `null` for everything that is not exactly one of ours. */
export function readScene(text: string): Scene | null {
  const [, letter, value] = SCENE.exec(text) ?? []
  if (!letter || !value) return null
  if (letter === 'b') return { kind: 'building', plate: value }
  return letter === 'c' ? { kind: 'concern', no: value } : { kind: 'task', id: value }
}
