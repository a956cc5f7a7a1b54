import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { ancestorAt } from '#core/grids/grid'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Page } from '../../../components/page'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { dial } from '../../../platform/phone'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { hoursWords, services as words } from '../../../texts/services'
import { useAsk } from '../../../use-ask'
import { useCommand } from '../../../use-command'
import { useNow } from '../../../use-now'
import { ActivitySheet } from './activity-sheet'
import { BranchSheet } from './branch-sheet'
import { StationSheet } from './station-sheet'

type Services = OutputOf<'services.show'>
export type Station = Services['stations'][number]
export type Branch = Services['branches'][number]

/** What is being written: `null` in the place of one that is new. */
export type Editing =
  | { what: 'station'; station: Station | null }
  | { what: 'branch'; branch: Branch | null }
  | { what: 'activity'; station: Station }

interface EditProps {
  mayEdit: boolean
  onEdit: (editing: Editing) => void
}

function Activities({ station, mayEdit }: { station: Station; mayEdit: boolean }) {
  const now = useNow()
  const { send, sending, failure } = useCommand('services.callOff')
  return (
    <View>
      {station.activities.map(({ id, title, place, from, to }) => (
        <Cell
          key={id}
          icon="flag"
          title={title}
          help={`${words.when(from, to, now)}，${place}`}
          end={
            mayEdit && (
              <AppButton
                kind="line"
                size="small"
                busy={sending}
                label={`${words.callOff}，${title}`}
                onPress={() => send({ id })}
              >
                {words.callOff}
              </AppButton>
            )
          }
        />
      ))}
      {failure && <Refused failure={failure} />}
    </View>
  )
}

function StationCard({ station, mayEdit, onEdit }: { station: Station } & EditProps) {
  const { name, address, phone, openNow } = station
  return (
    <Card>
      <View className="ld-row">
        <View className="ld-lg ld-grow">{name}</View>
        <Tag tone={openNow ? 'lit' : 'quiet'} words={openNow ? words.open : words.shut} />
      </View>
      <View className="ld-body ld-help">{address}</View>
      <View className="ld-body">{hoursWords(station.hours)}</View>
      {phone && <Cell icon="phone" title={phone} help={words.call(name)} onPress={() => dial(phone)} />}
      <Activities station={station} mayEdit={mayEdit} />
      {mayEdit && (
        <View className="ld-row">
          <AppButton kind="soft" size="small" onPress={() => onEdit({ what: 'activity', station })}>
            {words.add.activity}
          </AppButton>
          <AppButton
            kind="line"
            size="small"
            label={`${words.edit}${name}`}
            onPress={() => onEdit({ what: 'station', station })}
          >
            {words.edit}
          </AppButton>
        </View>
      )}
    </Card>
  )
}

function Branches({ branches, mayEdit, onEdit }: Pick<Services, 'branches'> & EditProps) {
  return (
    <Section title={words.branches}>
      <Card>
        {branches.length === 0 && <View className="ld-body ld-help">{words.noBranch}</View>}
        {branches.map((branch) => (
          <Cell
            key={branch.id}
            icon="users"
            title={branch.name}
            help={`${words.branch(branch.members, branch.secretary, branch.estateName)}。${branch.duties}`}
            onPress={mayEdit ? () => onEdit({ what: 'branch', branch }) : undefined}
          />
        ))}
        {mayEdit && (
          <AppButton kind="soft" wide onPress={() => onEdit({ what: 'branch', branch: null })}>
            {words.add.branch}
          </AppButton>
        )}
      </Card>
    </Section>
  )
}

function ServicesOf({ gridPath }: { gridPath: string }) {
  const shown = useAsk('services.show', { gridPath })
  const [editing, setEditing] = useState<Editing>()
  usePulledDown(shown.refresh)
  const close = () => setEditing(undefined)
  return (
    <Answered ask={shown} rows={5}>
      {({ gridName, stations, branches, mayEdit }) => (
        <View className="ld-stack">
          <View className="ld-xl">{gridName}</View>
          <Section title={words.stations}>
            {stations.length === 0 && <Card>{words.none}</Card>}
            {stations.map((station) => (
              <StationCard key={station.id} station={station} mayEdit={mayEdit} onEdit={setEditing} />
            ))}
            {mayEdit && (
              <AppButton kind="soft" wide onPress={() => setEditing({ what: 'station', station: null })}>
                {words.add.station}
              </AppButton>
            )}
          </Section>
          <Branches branches={branches} mayEdit={mayEdit} onEdit={setEditing} />
          <Card>
            <Cell
              icon="building"
              title={words.departments}
              help={words.departmentsHelp}
              onPress={() => go('departments')}
            />
          </Card>
          {editing?.what === 'station' && (
            <StationSheet gridPath={gridPath} station={editing.station} onClose={close} />
          )}
          {editing?.what === 'branch' && (
            <BranchSheet gridPath={gridPath} branch={editing.branch} onClose={close} />
          )}
          {editing?.what === 'activity' && <ActivitySheet station={editing.station} onClose={close} />}
        </View>
      )}
    </Answered>
  )
}

/** 党群服务: is the door open, what goes on there, which party branches there are. */
export default function ServicesPage() {
  const asked = useRouter().params.grid
  const me = useSession((session) => session.me)
  const own = me?.home?.gridPath ?? me?.offices[0]?.gridPath
  const gridPath = asked ?? (own && ancestorAt(own, 2))
  return (
    <Page title={words.title}>
      {gridPath ? <ServicesOf gridPath={gridPath} /> : <Refused failure={{ code: 'NOT_FOUND' }} />}
    </Page>
  )
}
