import { concernSteps } from '#contracts/concern-commands'
import { EVENT_KINDS } from '#core/concerns/events'
import { TABLE } from '#core/concerns/machine'
import { ROLES } from '#core/people/actor'
import { reachOf } from '#core/people/policy'

const steps = EVENT_KINDS.filter((kind) => kind !== 'lapse')
const people = ROLES.filter((role) => role !== 'clock')

test.each(steps)('the door of "%s" lets in the same people, as far, as the table does', (kind) => {
  const door = people.map((role) => [role, reachOf(concernSteps[`concerns.${kind}`].action, role)])
  expect(door).toEqual(people.map((role) => [role, reachOf(TABLE[kind].action, role)]))
})
