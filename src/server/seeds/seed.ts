import { dayOf, startOfDay } from '#core/concerns/calendar'
import type { Environment } from '../environment'
import type { Store, Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { countAll } from '../storage/statistics'
import { carePart } from './care'
import { STREET } from './codes'
import { councilPart } from './council'
import { evaluationPart } from './evaluation'
import { fullParts } from './full'
import { gridworkPart } from './gridwork'
import { homesPart } from './homes'
import { listsPart } from './lists'
import { appointmentRow, writeOffices } from './offices'
import type { Part, SeedPorts, SeedProgress } from './part'
import { registryPart } from './registry'
import { writeRights } from './rights'
import { buildingRow, digestOf, grantRow, gridRow, personRow, residencyRow, type SealingVault } from './rows'
import { stageOf } from './stage'
import { type Story, storyOf } from './story'
import { volunteersPart } from './volunteers'
import { pilotWorld, tinyWorld, type World } from './world'
import { drawPhotos, writeStory } from './write-story'

type Profile = Environment['profile']

/** Today 00:00 in China: every date of the demo data is counted from here. */
export const epochOf = (now: number): number => startOfDay(dayOf(now))

/**
 * Writes a profile's demo data. What is there already stays: a second run changes nothing, a larger profile
 * adds what a smaller one lacks, and a run that was cut off goes on where it stopped, with the epoch it began with.
 * Each part is one transaction.
 */
export async function seed(
  store: Store,
  profile: Profile,
  epoch: number,
  ports: SeedPorts,
  progress: SeedProgress = () => undefined,
): Promise<{ epoch: number; written: string[] }> {
  const before = await seeded(store)
  const began = before.epoch ?? epoch
  const written: string[] = []
  for (const part of partsOf(profile, began, ports)) {
    if (before.names.has(part.name)) continue
    progress(part.says)
    const digest = part.digest()
    await store.transaction(async (tx) => {
      await part.write(tx, progress)
      await insertAll(tx, 'seeds', [{ profile: part.name, epoch: began, at: await store.now(tx), digest }])
    })
    written.push(part.name)
  }
  if (written.length > 0) await countAll(store)
  return { epoch: began, written }
}

async function seeded(store: Store): Promise<{ names: Set<string>; epoch: number | undefined }> {
  const rows = await store.db.selectFrom('seeds').select(['profile', 'epoch']).orderBy('at').execute()
  return { names: new Set(rows.map(({ profile }) => profile)), epoch: rows[0]?.epoch }
}

function partsOf(profile: Profile, epoch: number, ports: SeedPorts): Part[] {
  if (profile === 'tiny') {
    const world = tinyWorld()
    return [worldPart('tiny', world, epoch, ports), registryPart('tiny.registry', world, epoch, ports.vault)]
  }
  const world = pilotWorld()
  const parts = [
    worldPart('pilot.people', world, epoch, ports),
    storyPart(world, epoch, ports),
    officesPart(world, epoch),
    registryPart('pilot.registry', world, epoch, ports.vault),
    rightsPart(epoch, ports),
    homesPart(world, epoch, ports.vault),
    gridworkPart(epoch, ports.vault),
    councilPart(epoch, ports),
    listsPart(world, epoch, ports),
    evaluationPart(world, epoch, ports.vault),
    volunteersPart(world, epoch, ports.vault),
    carePart(epoch, ports.vault),
  ]
  return profile === 'pilot' ? parts : [...parts, ...fullParts(world, epoch, ports)]
}

function worldPart(name: string, world: World, epoch: number, { vault }: SeedPorts): Part {
  return {
    name,
    says: `登记网格、${world.buildings.length}栋楼和${world.persons.length}个人`,
    digest: () => digestOf({ epoch, world }),
    write: (tx) => writeWorld(tx, world, epoch, vault),
  }
}

async function writeWorld(tx: Tx, world: World, epoch: number, vault: SealingVault): Promise<void> {
  const street = { street_id: STREET }
  const { calendar, estates, departments, logins } = world
  await insertAll(
    tx,
    'calendar_years',
    calendar.years.map((year) => ({ year })),
  )
  await insertAll(tx, 'calendar_days', calendar.days)
  await insertAll(tx, 'grids', world.grids.map(gridRow))
  await insertAll(
    tx,
    'departments',
    departments.map((one) => ({ ...street, ...one })),
  )
  await insertAll(
    tx,
    'estates',
    estates.map(({ id, grid, name }) => ({ ...street, id, grid_path: grid, name })),
  )
  await insertAll(tx, 'buildings', world.buildings.map(buildingRow))
  await insertAll(tx, 'persons', world.persons.map(personRow(vault, epoch)))
  await insertAll(tx, 'residencies', world.residencies.map(residencyRow(epoch)))
  const heads = world.grants.filter(({ role }) => role === 'head')
  await insertAll(tx, 'head_appointments', heads.map(appointmentRow(epoch)))
  await insertAll(tx, 'role_grants', world.grants.map(grantRow(epoch)))
  const personas = logins.map(({ persona, person }) => ({
    ...street,
    provider: 'persona' as const,
    subject: persona,
    person_id: person,
  }))
  await insertAll(tx, 'logins', personas)
}

const officesPart = (world: World, epoch: number): Part => ({
  name: 'pilot.offices',
  says: '写下楼栋长任职、通知和服务站',
  digest: () => digestOf({ epoch, grants: world.grants }),
  write: (tx) => writeOffices(tx, world, epoch),
})

const rightsPart = (epoch: number, { vault }: SeedPorts): Part => ({
  name: 'pilot.rights',
  says: '写下谁看过谁的信息',
  digest: () => digestOf({ epoch }),
  write: (tx) => writeRights(tx, epoch, vault),
})

function storyPart(world: World, epoch: number, { photos }: SeedPorts): Part {
  let told: Story | undefined
  const story = () => (told ??= storyOf(world, epoch))
  return {
    name: 'pilot',
    says: '写下四个月来的民情',
    digest: () => digestOf({ epoch, concerns: story().played.map(({ concern }) => concern) }),
    async write(tx, progress) {
      const drawn = await drawPhotos(photos)
      await writeStory(tx, story(), {
        epoch,
        drawn,
        calendar: stageOf(world, epoch).calendar,
        neighbours: world.residencies.map(({ person }) => person),
        progress: (done, of) => {
          if (done % 20 === 0 || done === of) progress(`民情 ${done}/${of}`)
        },
      })
    },
  }
}
