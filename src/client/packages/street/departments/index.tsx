import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '#contracts/operations'
import { reachOf } from '#core/people/policy'
import { DEPARTMENT_LEVELS, type DepartmentLevel } from '#core/stations/departments'
import { Answered } from '../../../components/answered'
import { AppButton } from '../../../components/button'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Empty } from '../../../components/empty'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { dial } from '../../../platform/phone'
import { usePulledDown } from '../../../platform/scrolling'
import { useSession } from '../../../stores/session'
import { kindNames, levelNames, services, departments as words } from '../../../texts/services'
import { useAsk } from '../../../use-ask'
import { DepartmentSheet } from './department-sheet'

export type Department = OutputOf<'places.departments'>['departments'][number]

const LEVELS = DEPARTMENT_LEVELS.map((value) => ({ value, words: levelNames[value] }))

/** Read by everybody, kept by the street. */
export default function DepartmentsPage() {
  const asked = useAsk('places.departments', {})
  const offices = useSession((session) => session.me?.offices)
  const mayEdit = offices?.some(({ role }) => reachOf('department.edit', role) !== undefined) ?? false
  const [level, setLevel] = useState<DepartmentLevel>('street')
  const [editing, setEditing] = useState<Department | 'new'>()
  usePulledDown(asked.refresh)
  const add = (
    <AppButton wide onPress={() => setEditing('new')}>
      {services.add.department}
    </AppButton>
  )
  const press = (one: Department) => {
    if (mayEdit) return () => setEditing(one)
    const { phone } = one
    return phone ? () => dial(phone) : undefined
  }
  return (
    <Page title={words.title} foot={mayEdit ? add : undefined}>
      <View className="ld-stack">
        <View className="ld-body">{words.help}</View>
        <Segmented label={words.level} choices={LEVELS} value={level} onChoose={setLevel} />
        <Answered ask={asked} rows={6}>
          {({ departments }) => {
            const here = departments.filter((one) => one.level === level)
            if (here.length === 0) return <Empty title={words.none} />
            return (
              <Card>
                {here.map((one) => (
                  <Cell
                    key={one.id}
                    icon="building"
                    title={one.name}
                    help={[kindNames[one.kind], one.duties, one.phone].filter(Boolean).join('，')}
                    onPress={press(one)}
                  />
                ))}
              </Card>
            )
          }}
        </Answered>
      </View>
      {editing && (
        <DepartmentSheet
          department={editing === 'new' ? null : editing}
          level={level}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  )
}
