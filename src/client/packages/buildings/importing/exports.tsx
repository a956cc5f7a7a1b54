import { useState } from 'react'
import { reachOf } from '#core/people/policy'
import { call } from '../../../call'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Notice } from '../../../components/notice'
import { Refused } from '../../../components/refused'
import { giveFile } from '../../../platform/files'
import type { Answer, Failure } from '../../../platform/transport'
import { useSession } from '../../../stores/session'
import { importing as words } from '../../../texts/buildings'
import { type MadeFile, ResidentsSheet } from './residents-sheet'

type Made = Answer<MadeFile>

/** Tables and plates of the grid one holds an office for. */
export function Exports() {
  const offices = useSession((session) => session.me?.offices) ?? []
  const [saved, setSaved] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const [asking, setAsking] = useState(false)
  const office = offices.find(({ role }) => reachOf('register.export', role))
  if (!office) return null
  const { gridPath } = office
  const listing = offices.find(({ role }) => reachOf('resident.export', role))
  const keep = async (file: MadeFile) => {
    await giveFile(file)
    setSaved(file.name)
  }
  const give = async (made: Promise<Made>) => {
    const answer = await made
    setFailure(answer.ok ? undefined : answer.error)
    if (answer.ok) await keep(answer.data)
  }
  const table = (what: 'buildings' | 'heads' | 'concerns') => () =>
    give(call('register.export', { gridPath, what }))
  const noPlates = failure?.code === 'NOT_FOUND'
  return (
    <>
      <Card>
        <Cell icon="doc" title={words.exportBuildings} help={words.exportHelp} onPress={table('buildings')} />
        <Cell icon="doc" title={words.exportHeads} help={words.exportHeadsHelp} onPress={table('heads')} />
        <Cell icon="doc" title={words.exportConcerns} help={words.exportHelp} onPress={table('concerns')} />
        {reachOf('plate.print', office.role) && (
          <Cell
            icon="plate"
            title={words.plates}
            help={words.platesHelp}
            onPress={() => give(call('plates.print', { gridPath }))}
          />
        )}
        {listing && (
          <Cell
            icon="users"
            title={words.exportResidents}
            help={words.exportResidentsHelp}
            onPress={() => setAsking(true)}
          />
        )}
      </Card>
      {listing && asking && (
        <ResidentsSheet
          office={listing}
          onClose={() => setAsking(false)}
          onFile={async (file) => {
            setAsking(false)
            await keep(file)
          }}
        />
      )}
      {saved && !failure && <Notice icon="check" title={words.saved(saved)} />}
      {noPlates && <Notice title={words.noPlates} />}
      {failure && !noPlates && <Refused failure={failure} />}
    </>
  )
}
