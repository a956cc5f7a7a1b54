import { ageStandingOf, nextMonth } from '#core/people/age'
import { tellPeople } from '../heads/tell'
import { firstDue, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { childOf, childRows } from './children'

/**
 * Tells a guardian, once, that a child of his is surely fourteen and may take his matters over; answers how many
 * children were looked at. Each is looked at in every month, since the month he was born in is sealed.
 */
export const runBirthdays = (system: System, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => firstDue(childRows({ tx, system }).clearOrderBy(), 'c', asked).executeTakeFirst(),
    idOf: ({ id }) => id,
    nameOf: ({ id }) => `clock.birthdays.${id}`,
    work: async (tx, row, now) => {
      const { id, guardianId, born } = childOf({ system }, row)
      const isChild = ageStandingOf(born, now) === 'child'
      if (!isChild)
        await tellPeople(tx, system, { personIds: [guardianId], kind: 'child_fourteen', title: '', now })
      await lookNext(tx, system, { id, at: isChild ? nextMonth(now) : null })
    },
  })

const lookNext = (tx: Tx, { streetId }: System, { id, at }: { id: string; at: number | null }) =>
  tx
    .updateTable('children')
    .set({ next_at: at })
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .execute()
