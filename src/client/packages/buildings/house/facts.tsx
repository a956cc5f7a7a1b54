import { View } from '@tarojs/components'
import type { OutputOf } from '#contracts/operations'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { go } from '../../../platform/navigate'
import {
  alterationWords,
  gradeWords,
  permitWords,
  sanXiaoWords,
  structureWords,
  useWords,
  house as words,
} from '../../../texts/buildings'
import { useNow } from '../../../use-now'
import type { House } from './house-view'

type Full = NonNullable<OutputOf<'buildings.get'>['full']>

function rowsOf({ card, grade, plateCode }: Full): [string, string | null][] {
  const { facts } = words
  const list = (all: string[]) => (all.length === 0 ? words.none : all.join('、'))
  return [
    ...(card
      ? ([
          [facts.floors, words.floors(card.floorsAbove, card.floorsBelow)],
          [facts.structure, structureWords[card.structure]],
          [facts.uses, list(card.uses.map((use) => useWords[use]))],
          [facts.sanXiao, card.sanXiao ? sanXiaoWords[card.sanXiao] : words.none],
          [facts.area, card.areaCm2 === null ? null : words.area(card.areaCm2)],
          [facts.built, card.builtYear === null ? null : words.year(card.builtYear)],
          [facts.alterations, list(card.alterations.map((one) => alterationWords[one]))],
          [facts.rooms, card.rooms === null ? null : words.rooms(card.rooms)],
          [facts.permits, permitWords[card.permits]],
        ] satisfies [string, string | null][])
      : []),
    [facts.grade, grade && gradeWords[grade]],
    [facts.plateCode, plateCode],
  ]
}

/** The card as it stands, who wrote and who checked it, and what was counted. */
export function Facts({ house, full }: { house: House; full: Full }) {
  const now = useNow()
  return (
    <View className="ld-stack">
      <Card>
        <View className="ld-tight">
          {rowsOf(full).map(
            ([name, value]) =>
              value && (
                <View key={name} className="ld-row ld-between">
                  <View className="ld-sm ld-help">{name}</View>
                  <View className="ld-md">{value}</View>
                </View>
              ),
          )}
          <View className="ld-md">{words.people(full.residents, full.floating)}</View>
          <View className="ld-sm ld-help">{words.draftedBy(full.draftedBy, full.draftedAt, now)}</View>
          {full.confirmedAt !== null && (
            <View className="ld-sm ld-help">{words.confirmed(full.checkedBy, full.confirmedAt, now)}</View>
          )}
          {full.returnReason && <View className="ld-sm ld-brick">{words.returned(full.returnReason)}</View>}
        </View>
      </Card>
      <Card>
        <Cell
          icon="alert"
          title={words.hazards(full.hazards)}
          onPress={() => go('hazards', { buildingId: house.id })}
        />
        <Cell icon="check" title={words.rounds(full.lastPatrolAt, full.lastSafetyAt, now)} />
      </Card>
    </View>
  )
}
