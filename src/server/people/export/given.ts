import { sql } from 'kysely'
import type { GivenKind } from '#core/people/personal-data'
import { deedOf } from '../../audit/deeds'
import { placeOfRoom } from '../../households/keep'
import { loosePhotos } from '../../photos/loose'
import { birthOf } from '../birth'
import { childrenOf, consentsFor } from '../children'
import { wordsPlace } from '../corrections'
import { keyOf, openFor } from '../personal-keys'
import { openPhone } from '../profile'
import { booked } from './bookings'
import { hardshipOf, pairingsOf } from './care'
import { saidInCouncil } from './council'
import { type Facts, factsOf, fromAll, type Given, type Mine } from './mine'
import { volunteering } from './volunteering'

type Giver = (mine: Mine) => Promise<Given>

/** Rows of one table that are this person's own. */
const own = ({ system, personId }: Mine) => sql`street_id = ${system.streetId} and person_id = ${personId}`

const one = (mine: Mine, row: Facts | undefined): Given => fromAll(mine, row ? [row] : [])

const personRow = ({ tx, system, personId }: Mine) =>
  tx
    .selectFrom('persons')
    .select(['id', 'public_name', 'phone_enc', 'phone_verified_at', 'avatar_id', 'birth_year', 'created_at'])
    .select(keyOf('persons.street_id', 'persons.id').as('key_enc'))
    .where('street_id', '=', system.streetId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()

/** One for each kind of the catalogue that is given word for word: a kind without one does not compile. */
export const GIVEN: Record<GivenKind, Giver> = {
  phone: async (mine) => {
    const { phone_enc, ...row } = await personRow(mine)
    if (phone_enc === null) return one(mine, undefined)
    const phone = openPhone(mine.system.vault, { ...row, phone_enc })
    return one(mine, { phone, verifiedAt: row.phone_verified_at })
  },

  posted_phone: (mine) => factsOf(mine, sql`select since as "sinceAt" from posted_phones where ${own(mine)}`),

  name: async (mine) => {
    const { public_name: name, created_at: createdAt } = await personRow(mine)
    return one(mine, { name, createdAt })
  },

  age: async (mine) => {
    const { birth_year: birthYear } = await personRow(mine)
    return one(mine, birthYear === null ? undefined : { birthYear })
  },

  birth: async (mine) => {
    const born = await birthOf(mine.tx, mine.system, mine.personId)
    return one(mine, born ? { birthYear: born.year, birthMonth: born.month } : undefined)
  },

  household: async (mine) => {
    const { count, rows } = await factsOf(
      mine,
      sql`select h.id, h.room_enc as room, b.label as building, m.from_at as "fromAt", m.to_at as "toAt"
        from household_members m join households h on h.street_id = m.street_id and h.id = m.household_id
        join buildings b on b.street_id = h.street_id and b.id = h.building_id
        where m.street_id = ${mine.system.streetId} and m.person_id = ${mine.personId} order by m.asked_at desc`,
    )
    const open = (id: string, sealed: string) => mine.system.vault.open(sealed, placeOfRoom(id))
    return {
      count,
      rows: rows.map(({ id, room, ...row }) => ({ ...row, room: open(String(id), String(room)) })),
    }
  },

  // Who the other one is, is the other one's.
  guardian: (mine) =>
    factsOf(
      mine,
      sql`select guardian_id = ${mine.personId} as guarding, asked_at as "askedAt", agreed_at as "agreedAt",
          ended_at as "endedAt"
        from guardianships where street_id = ${mine.system.streetId} and ${mine.personId} in (minor_id, guardian_id)
        order by asked_at desc`,
    ),

  // Of a child who has taken over, or was taken back, only that he was once registered is left.
  child: async (mine) => {
    const rows: Facts[] = []
    for (const { id, name, born } of await childrenOf(mine, mine.personId))
      for (const { purpose, state, at } of await consentsFor(mine, id))
        rows.push({ name, birthYear: born.year, birthMonth: born.month, purpose, state, saidAt: at })
    return fromAll(mine, rows)
  },

  helped: (mine) =>
    factsOf(
      mine,
      sql`select c.no, h.consent, h.at as "sentAt", h.person_id = ${mine.personId} as "forMe"
        from helped_persons h join concerns c on c.street_id = h.street_id and c.id = h.concern_id
        where h.street_id = ${mine.system.streetId} and ${mine.personId} in (h.helper_id, h.person_id)
        order by h.at desc`,
    ),

  avatar: async (mine) => {
    const { avatar_id: photo } = await personRow(mine)
    return one(mine, photo === null ? undefined : { photo })
  },

  home: (mine) =>
    factsOf(
      mine,
      sql`select b.label as building, r.kind, r.floating, r.from_at as "fromAt", r.to_at as "toAt",
          r.confirmed_at as "confirmedAt", r.expires_at as "expiresAt"
        from residencies r join buildings b on b.street_id = r.street_id and b.id = r.building_id
        where r.street_id = ${mine.system.streetId} and r.person_id = ${mine.personId} order by r.from_at desc`,
    ),

  // What the handlers wrote down among themselves is theirs; what he said, and what he was answered, is here.
  matter: (mine) =>
    factsOf(
      mine,
      sql`select no, category, state, visibility, body ->> 'title' as title, body ->> 'detail' as detail,
          body -> 'place' ->> 'words' as place, building_id as building, (body ->> 'anonymous')::boolean as anonymous,
          submitted_at as "submittedAt", closed_at as "closedAt", body -> 'outcome' ->> 'note' as result,
          (body -> 'rating' ->> 'stars')::int as stars, body -> 'rating' ->> 'words' as rating
        from concerns where street_id = ${mine.system.streetId} and reporter_id = ${mine.personId}
        order by submitted_at desc`,
    ),

  photos: (mine) =>
    factsOf(
      mine,
      sql`select p.id as photo, p.width, p.height, p.bytes, p.state, p.reason, p.created_at as "sentAt", c.no as concern
        from photos p left join concerns c on c.street_id = p.street_id and c.id = p.concern_id
        where p.street_id = ${mine.system.streetId} and p.uploader_id = ${mine.personId} order by p.created_at desc`,
    ),

  loose_photos: (mine) =>
    factsOf(
      mine,
      sql`select p.id as photo, p.created_at as "sentAt" from photos p
        where p.street_id = ${mine.system.streetId} and p.uploader_id = ${mine.personId}
          and p.id in ${loosePhotos(mine.tx, mine.system.streetId).where('p.uploader_id', '=', mine.personId)}
        order by p.created_at desc`,
    ),

  place: (mine) =>
    factsOf(
      mine,
      sql`select no, lat_e6 as "latE6", lng_e6 as "lngE6" from concerns
        where street_id = ${mine.system.streetId} and reporter_id = ${mine.personId} and lat_e6 is not null
        order by submitted_at desc`,
    ),

  joined: (mine) =>
    factsOf(
      mine,
      sql`select c.no, e.at as "joinedAt" from endorsements e
        join concerns c on c.street_id = e.street_id and c.id = e.concern_id
        where e.street_id = ${mine.system.streetId} and e.person_id = ${mine.personId} order by e.at desc`,
    ),

  messages: (mine) =>
    factsOf(
      mine,
      // The note is told only of what is about himself: of a matter he may since have lost the right to read it.
      sql`select m.kind, c.no as concern, case when m.concern_id is null then m.detail ->> 'title' end as title,
          m.at as "sentAt", m.read_at as "readAt"
        from inbox_messages m left join concerns c on c.street_id = m.street_id and c.id = m.concern_id
        where m.street_id = ${mine.system.streetId} and m.person_id = ${mine.personId} order by m.at desc`,
    ),

  outbox: (mine) =>
    factsOf(
      mine,
      sql`select kind, template, at as "sentAt", settled_at as "settledAt", outcome
        from outgoing_messages where ${own(mine)}
        union all
        select 'granted', template, granted_at, ended_at, null from message_grants where ${own(mine)}`,
    ),

  office: (mine) =>
    factsOf(
      mine,
      sql`select g.role, t.name as grid, g.building_id as building, g.acting, g.from_at as "fromAt", g.to_at as "toAt",
          g.end_reason as "endReason"
        from role_grants g join grids t on t.street_id = g.street_id and t.path = g.grid_path
        where g.street_id = ${mine.system.streetId} and g.person_id = ${mine.personId} order by g.from_at desc`,
    ),

  score: (mine) =>
    factsOf(
      mine,
      sql`select l.period, l.state, c.score, c.stars, c.computed_at as "computedAt"
        from score_lives l join score_cards c on c.street_id = l.street_id and c.id = l.card_id
        where l.street_id = ${mine.system.streetId} and l.person_id = ${mine.personId} order by l.period desc`,
    ),

  dangers: (mine) =>
    factsOf(
      mine,
      sql`select b.label as building, h.body ->> 'kind' as kind, h.body ->> 'words' as words, h.found_at as "askedAt"
        from hazards h join buildings b on b.street_id = h.street_id and b.id = h.building_id
        where h.street_id = ${mine.system.streetId} and h.body ->> 'foundBy' = ${mine.personId} order by h.found_at desc`,
    ),

  objections: (mine) =>
    factsOf(
      mine,
      sql`select b.label as building, said ->> 'words' as words, (said ->> 'at')::bigint as "saidAt"
        from head_appointments h cross join jsonb_array_elements(h.body -> 'objections') as said
        join buildings b on b.street_id = h.street_id and b.id = h.building_id
        where h.street_id = ${mine.system.streetId} and said ->> 'by' = ${mine.personId} order by 3 desc`,
    ),

  office_words: (mine) =>
    factsOf(
      mine,
      sql`select b.label as building, h.body ->> 'basisWords' as words,
          h.body -> 'ending' ->> 'reason' as "endReason", h.body -> 'ending' -> 'hearing' ->> 'statement' as statement,
          h.body -> 'handover' ->> 'notes' as notes, h.nominated_at as "askedAt"
        from head_appointments h join buildings b on b.street_id = h.street_id and b.id = h.building_id
        where h.street_id = ${mine.system.streetId} and h.person_id = ${mine.personId} order by h.nominated_at desc`,
    ),

  council: saidInCouncil,

  // Of a secret ballot nobody knows whose it was: it stands with the phone that keeps its receipt.
  ballot: (mine) =>
    factsOf(
      mine,
      sql`select p.title, b.label as building, v.receipt, v.at as "votedAt"
        from ballots v join polls p on p.street_id = v.street_id and p.id = v.poll_id
        join buildings b on b.street_id = v.street_id and b.id = v.unit_id
        where v.street_id = ${mine.system.streetId} and v.person_id = ${mine.personId} order by v.at desc`,
    ),

  volunteering: (mine) => factsOf(mine, volunteering(mine)),

  pairing: pairingsOf,
  hardship: hardshipOf,
  bookings: (mine) => factsOf(mine, booked(mine)),

  // The number of what it was done to may be another person's.
  deeds: async (mine) => {
    const { count, rows } = await factsOf(
      mine,
      sql`select operation, office, outcome, at as "doneAt" from audit_log
        where street_id = ${mine.system.streetId} and actor_id = ${mine.personId} order by at desc`,
    )
    return { count, rows: rows.map(({ operation, ...row }) => ({ deed: deedOf(String(operation)), ...row })) }
  },

  // Who looked is an office-holder's public name: it stands on the page 谁看过我的信息, and here as there.
  looks: (mine) =>
    factsOf(
      mine,
      sql`select p.public_name as "by", l.what, l.reason, l.at as "lookedAt"
        from access_log l join persons p on p.street_id = l.street_id and p.id = l.actor_id
        where l.street_id = ${mine.system.streetId} and l.subject_id = ${mine.personId}
          and l.actor_id <> ${mine.personId} order by l.at desc`,
    ),

  consents: (mine) =>
    factsOf(
      mine,
      sql`select purpose, version, given, at as "saidAt" from consents where ${own(mine)} order by at desc`,
    ),

  corrections: async (mine) => {
    const rows = await mine.tx
      .selectFrom('corrections')
      .select(['id', 'about', 'words_enc', 'answer_enc', 'corrected'])
      .select(['asked_at as askedAt', 'answered_at as answeredAt'])
      .select(keyOf('corrections.street_id', 'corrections.person_id').as('keyEnc'))
      .where('street_id', '=', mine.system.streetId)
      .where('person_id', '=', mine.personId)
      .orderBy('asked_at', 'desc')
      .execute()
    const { vault } = mine.system
    const open = (keyEnc: string | null, sealed: string | null, place: string) =>
      sealed && openFor(vault, { personId: mine.personId, keyEnc, sealed, place })
    const told = rows.map(({ id, words_enc, answer_enc, keyEnc, ...row }) => ({
      ...row,
      words: open(keyEnc, words_enc, wordsPlace(id)),
      answer: open(keyEnc, answer_enc, `${wordsPlace(id)}:answer`),
    }))
    return fromAll(mine, told)
  },

  closing: (mine) =>
    factsOf(
      mine,
      sql`select asked_at as "askedAt", erase_at as "eraseAt", ended_at as "endedAt", outcome
        from account_closings where ${own(mine)} order by asked_at desc`,
    ),
}
