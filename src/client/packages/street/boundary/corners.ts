const LINE = /^(-?\d{1,3}(?:\.\d{1,6})?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d{1,6})?)$/

/** Corners in millionths of a degree, of lines like `23.169748,114.420312`; nothing when a line is none. */
export function cornersIn(text: string): [number, number][] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const corners = lines.flatMap((line): [number, number][] => {
    const [, lat, lng] = LINE.exec(line) ?? []
    return lat && lng ? [[Math.round(Number(lat) * 1e6), Math.round(Number(lng) * 1e6)]] : []
  })
  return lines.length > 0 && corners.length === lines.length ? corners : undefined
}

/** The same the other way round, a line a corner. */
export const cornersOut = (corners: readonly (readonly [number, number])[]): string =>
  corners.map(([lat, lng]) => `${(lat / 1e6).toFixed(6)},${(lng / 1e6).toFixed(6)}`).join('\n')
