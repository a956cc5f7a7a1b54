import {
  array,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  tuple,
} from 'valibot'
import { MOST_CORNERS } from '#core/grids/boundary'
import { GRID_CHANGES } from '#core/grids/change'
import { command, query } from './operation'
import { cursor, done, gridPath, id, instant, page, words } from './shapes'

const degrees = (most: number) => pipe(number(), integer(), minValue(-most), maxValue(most))
const corner = tuple([degrees(90_000_000), degrees(180_000_000)])

/** The tree of grids as it changes; the street changes it, everybody reads what was changed. */
export const grids = {
  'grids.history': query({
    action: 'public.read',
    summary: '网格变动公示：新设、改名、划边界、撤销、楼栋划转',
    input: strictObject({ gridPath, cursor: optional(cursor, null) }),
    output: object(
      page(
        array(
          object({
            id,
            gridPath,
            gridName: string(),
            kind: picklist(GRID_CHANGES),
            at: instant,
            by: string(),
            /** The former name, the house, or the names of the successors. */
            words: string(),
          }),
        ),
      ),
    ),
  }),
  'grids.boundary': query({
    action: 'public.read',
    summary: '网格边界：边上的点、旁边网格的边、里面的楼栋',
    input: strictObject({ gridPath }),
    output: object({
      gridPath,
      name: string(),
      /** A closed line, or nothing where none was drawn. */
      boundary: nullable(array(corner)),
      around: array(object({ name: string(), boundary: array(corner) })),
      /** GCJ-02, in millionths of a degree. */
      houses: array(object({ label: string(), point: corner })),
    }),
  }),
  'grids.add': command({
    action: 'grid.change',
    summary: '新设网格，编码接在上级后面',
    input: strictObject({
      parentPath: gridPath,
      code: pipe(string(), regex(/^\d{2,3}$/)),
      name: words(2, 40),
    }),
    output: object({ gridPath }),
  }),
  'grids.rename': command({
    action: 'grid.change',
    summary: '网格改名，原来的名字留在公示里',
    input: strictObject({ gridPath, name: words(2, 40) }),
    output: done,
  }),
  'grids.draw': command({
    action: 'grid.change',
    summary: '划网格边界：首尾相接、不交叉，经纬度乘一百万',
    input: strictObject({
      gridPath,
      boundary: nullable(pipe(array(corner), minLength(4), maxLength(MOST_CORNERS))),
    }),
    output: done,
  }),
  'grids.close': command({
    action: 'grid.change',
    summary: '撤销网格，写明由哪些网格接着管',
    input: strictObject({ gridPath, successors: pipe(array(gridPath), minLength(1), maxLength(10)) }),
    output: done,
  }),
  'grids.moveHouse': command({
    action: 'grid.change',
    summary: '楼栋划到另一个网格，没办完的事跟着走',
    input: strictObject({ buildingId: id, gridPath }),
    output: done,
  }),
}
