import { act, renderHook } from '@testing-library/react'
import { useLine } from '../../../src/client/packages/street/boundary/use-line'

const ring: [number, number][] = [
  [1, 1],
  [1, 2],
  [2, 2],
]

test('two fingers in a row put down two corners, though neither had seen the other', () => {
  const { result } = renderHook(() => useLine([]))
  const { add } = result.current
  act(() => add([1, 1]))
  act(() => add([1, 2]))
  expect(result.current.corners).toEqual([
    [1, 1],
    [1, 2],
  ])
})

test('a corner known only after the line was put around the houses does not undo it', () => {
  const { result } = renderHook(() => useLine([]))
  const { add } = result.current
  act(() => result.current.change(ring))
  act(() => add([9, 9]))
  expect(result.current.corners).toEqual(ring)
})
