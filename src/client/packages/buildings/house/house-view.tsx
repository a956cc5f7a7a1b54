import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Section } from '../../../components/section'
import { Tag } from '../../../components/tag'
import { go } from '../../../platform/navigate'
import { useListFilter } from '../../../stores/list-filter'
import { plateWords, standingWords, statusWords, house as words } from '../../../texts/buildings'
import { Claim } from './claim'
import { Deeds } from './deeds'
import { Facts } from './facts'

export type House = OutputOf<'buildings.get'>

function useOpenConcerns({ id, label }: House) {
  const { clear, choose } = useListFilter()
  return () => {
    clear()
    choose({ building: { id, label } })
    go('concerns')
  }
}

function Front({ house }: { house: House }) {
  const { head, status, plate } = house
  return (
    <Card>
      <View className="ld-tight">
        <View className="ld-xl">{house.label}</View>
        <View className="ld-sm ld-help">{house.address}</View>
        <View className="ld-md">{head ? words.head(head.name, head.acting) : words.noHead}</View>
        <View className="ld-row ld-wrap">
          {status !== 'in_use' && <Tag tone="over" icon="alert" words={statusWords[status]} />}
          <Tag words={standingWords[house.standing]} />
          <Tag words={plateWords[plate]} />
          {house.mine && <Tag tone="mine" words={words.mine(house.mine.confirmed)} />}
        </View>
      </View>
    </Card>
  )
}

/** What the report page needs to know of the house one came from. */
const here = ({ id, label, point }: House) => ({
  house: id,
  label,
  latE6: String(point.latE6),
  lngE6: String(point.lngE6),
})

/** Which house it is and whose; report here, register me here; and what is known and to be done, to whom it belongs. */
export function HouseView({ house }: { house: House }) {
  const openConcerns = useOpenConcerns(house)
  return (
    <View className="ld-stack">
      <Front house={house} />
      <Card>
        <Cell icon="list" title={words.openHere(house.open)} onPress={openConcerns} />
      </Card>
      <AppButton size="large" wide icon="report" onPress={() => go('report', here(house))}>
        {words.reportHere}
      </AppButton>
      {house.head?.appointmentId && (
        <Card>
          <Cell
            icon="me"
            title={words.headPage}
            onPress={() => go('appointment', { id: house.head?.appointmentId ?? undefined })}
          />
        </Card>
      )}
      {house.bodies.length > 0 && (
        <Section title={words.bodies}>
          <Card>
            {house.bodies.map(({ id, name }) => (
              <Cell key={id} icon="users" title={name} onPress={() => go('council', { id })} />
            ))}
          </Card>
        </Section>
      )}
      <Claim house={house} />
      {house.full && (
        <Section title={words.card}>
          <Facts house={house} full={house.full} />
        </Section>
      )}
      <Deeds house={house} />
    </View>
  )
}
