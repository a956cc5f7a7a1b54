import { colours } from '../../../src/client/components/plan-colours'
import { blocksOf, type Plot, planDrawing, plotAt } from '../../../src/client/components/plan-drawing'

const plot = (no: number, open = 0): Plot => ({
  id: `b${no}`,
  no,
  col: Math.floor((no - 1) / 10),
  row: (no - 1) % 10,
  open,
})
const estate = Array.from({ length: 191 }, (_, index) => plot(index + 1))

test('a tap in the upper left corner is building 1, in the lower right of the full columns building 190', () => {
  expect(plotAt(estate, { x: 0, y: 0 })?.no).toBe(1)
  expect(plotAt(estate, { x: 0.94, y: 1 })?.no).toBe(190)
})

test('every building on the drawing is found at its own middle', () => {
  const drawing = planDrawing(estate, {}, colours(false))
  const [, width, height] = drawing.match(/viewBox='0 0 ([\d.]+) ([\d.]+)'/) ?? []
  const boxes = [...drawing.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/g)]
  const found = boxes.map(([, x, y, w, h]) =>
    plotAt(estate, {
      x: (Number(x) + Number(w) / 2) / Number(width),
      y: (Number(y) + Number(h) / 2) / Number(height),
    }),
  )
  expect(found.map((one) => one?.no)).toEqual(estate.map((one) => one.no))
})

test('a building with an open matter is painted unlike the others', () => {
  const { brick } = colours(false)
  expect(planDrawing([plot(1)], {}, colours(false))).not.toContain(brick)
  expect(planDrawing([plot(1, 2)], {}, colours(false))).toContain(brick)
})

test('the chosen building and the own one are marked, and the drawing stays light enough to send with every tap', () => {
  const ink = colours(false)
  const drawing = planDrawing(estate, { chosenId: 'b23', mineId: 'b61' }, ink)
  expect(drawing).toContain(`fill='${ink.pine}'`)
  expect(drawing.match(/<rect/g)).toHaveLength(1)
  expect(encodeURIComponent(drawing).length).toBeLessThan(9_000)
})

test('blocks hold thirty neighbours each and lose nobody', () => {
  const blocks = blocksOf(estate)
  expect(blocks.map((block) => block.length)).toEqual([30, 30, 30, 30, 30, 30, 11])
  expect(blocks.flat().map((one) => one.no)).toEqual(estate.map((one) => one.no))
})
