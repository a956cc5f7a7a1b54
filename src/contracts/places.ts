import { array, boolean, nullable, object, picklist, strictObject, string } from 'valibot'
import { DEPARTMENT_KINDS, DEPARTMENT_LEVELS } from '#core/stations/departments'
import { command, query } from './operation'
import { count, gridPath, id, level, point, words } from './shapes'

export const building = object({
  id,
  no: count,
  label: string(),
  gridPath,
  estateId: nullable(id),
  point,
  col: count,
  row: count,
  plate: picklist(['ok', 'missing', 'damaged', 'applied']),
})

export const places = {
  'places.grid': query({
    action: 'public.read',
    summary: '网格：上下级、规模、八个席位、正在办的事',
    input: strictObject({ gridPath }),
    output: object({
      gridPath,
      level,
      name: string(),
      /** From the street down to this grid. */
      chain: array(object({ gridPath, level, name: string() })),
      /** The grids right under it. */
      parts: array(object({ gridPath, level, name: string() })),
      residents: count,
      buildings: count,
      heads: count,
      seats: array(object({ role: string(), name: nullable(string()) })),
      open: count,
      overdue: count,
    }),
  }),
  'places.estate': query({
    action: 'public.read',
    summary: '小区平面图：每栋的位置和没办完的公开事项数',
    input: strictObject({ estateId: id }),
    output: object({
      estateId: id,
      name: string(),
      gridPath,
      buildings: array(object({ ...building.entries, open: count })),
    }),
  }),
  'places.estates': query({
    action: 'public.read',
    summary: '已登记的小区',
    input: strictObject({}),
    output: object({
      estates: array(object({ id, name: string(), gridPath, buildings: count, ownersCommittee: boolean() })),
    }),
  }),
  'places.plate': query({
    action: 'public.read',
    summary: '扫门牌：这是哪一栋',
    input: strictObject({ code: words(1, 200) }),
    output: building,
  }),
  'places.drawCode': command({
    action: 'place.code',
    summary: '楼栋的小程序码：扫一扫就到这栋；画过的不再画',
    input: strictObject({ buildingId: id }),
    output: object({
      label: string(),
      scene: string(),
      mediaType: picklist(['image/jpeg', 'image/png']),
      /** The picture, in base64. */
      image: string(),
    }),
  }),
  'places.departments': query({
    action: 'public.read',
    summary: '部门名录：街道、区、市，1+6+N',
    input: strictObject({}),
    output: object({
      departments: array(
        object({
          id,
          name: string(),
          level: picklist(DEPARTMENT_LEVELS),
          kind: picklist(DEPARTMENT_KINDS),
          phone: nullable(string()),
          duties: string(),
        }),
      ),
    }),
  }),
}
