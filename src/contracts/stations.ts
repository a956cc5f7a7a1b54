import {
  array,
  boolean,
  check,
  integer,
  maxLength,
  maxValue,
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
import { DEPARTMENT_KINDS, DEPARTMENT_LEVELS } from '#core/stations/departments'
import { areStretches } from '#core/stations/hours'
import { command, query } from './operation'
import { count, done, gridPath, id, instant, words } from './shapes'

const minute = pipe(number(), integer(), minValue(0), maxValue(24 * 60))
const stretches = pipe(
  array(tuple([minute, minute])),
  maxLength(3),
  check((value) => areStretches(value)),
)
const openHours = object({ workdays: stretches, weekends: stretches, holidays: stretches })
/** An office's number: a mobile, a landline with its area code, or a short one. */
const officePhone = pipe(string(), regex(/^[\d-]{3,20}$/))
const made = object({ id })

const activity = object({ id, title: string(), place: string(), from: instant, to: instant })

/** 党群服务站、功能型党支部、部门名录: what there is for everybody, and who keeps it up to date. */
export const stations = {
  'services.show': query({
    action: 'public.read',
    summary: '党群服务站开没开门、有什么活动，功能型党支部',
    input: strictObject({ gridPath }),
    output: object({
      gridName: string(),
      stations: array(
        object({
          id,
          name: string(),
          address: string(),
          phone: nullable(string()),
          hours: openHours,
          openNow: boolean(),
          activities: array(activity),
        }),
      ),
      branches: array(
        object({
          id,
          name: string(),
          estateId: nullable(id),
          estateName: nullable(string()),
          secretary: nullable(string()),
          members: count,
          duties: string(),
        }),
      ),
      /** Whether the asking person keeps these up to date. */
      mayEdit: boolean(),
    }),
  }),
  'services.saveStation': command({
    action: 'service.edit',
    summary: '登记或改一个服务站：地址、电话、开放时间',
    input: strictObject({
      id: nullable(id),
      gridPath,
      name: words(2, 40),
      address: words(2, 100),
      phone: nullable(officePhone),
      hours: openHours,
    }),
    output: made,
  }),
  'services.closeStation': command({
    action: 'service.edit',
    summary: '服务站撤了',
    input: strictObject({ id }),
    output: done,
  }),
  'services.announce': command({
    action: 'service.edit',
    summary: '发一个活动：在哪儿、几点到几点',
    input: strictObject({
      stationId: id,
      title: words(2, 40),
      place: words(2, 60),
      from: instant,
      to: instant,
    }),
    output: made,
  }),
  'services.callOff': command({
    action: 'service.edit',
    summary: '活动不办了',
    input: strictObject({ id }),
    output: done,
  }),
  'services.saveBranch': command({
    action: 'service.edit',
    summary: '登记或改一个功能型党支部',
    input: strictObject({
      id: nullable(id),
      gridPath,
      /** Left out, the estate and the secretary stay who they are. */
      estateId: optional(nullable(id)),
      name: words(2, 60),
      secretaryId: optional(nullable(id)),
      members: pipe(count, maxValue(10_000)),
      duties: words(2, 500),
    }),
    output: made,
  }),
  'services.endBranch': command({
    action: 'service.edit',
    summary: '党支部撤了',
    input: strictObject({ id }),
    output: done,
  }),
  'departments.save': command({
    action: 'department.edit',
    summary: '登记或改一个部门：哪一级、哪一类、管什么',
    input: strictObject({
      id: nullable(id),
      name: words(2, 40),
      level: picklist(DEPARTMENT_LEVELS),
      kind: picklist(DEPARTMENT_KINDS),
      phone: nullable(officePhone),
      duties: words(0, 300),
    }),
    output: made,
  }),
}
