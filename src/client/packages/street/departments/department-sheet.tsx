import { View } from '@tarojs/components'
import { useState } from 'react'
import { DEPARTMENT_KINDS, type DepartmentKind, type DepartmentLevel } from '#core/stations/departments'
import { Chip } from '../../../components/chip'
import { Field } from '../../../components/field'
import { Refused } from '../../../components/refused'
import { Sheet } from '../../../components/sheet'
import { TextArea } from '../../../components/text-area'
import { TextInput } from '../../../components/text-input'
import { readable } from '../../../platform/accessible'
import { kindNames, services, departments as words } from '../../../texts/services'
import { useCommand } from '../../../use-command'
import type { Department } from './index'

interface DepartmentSheetProps {
  /** `null`: a new one. */
  department: Department | null
  level: DepartmentLevel
  onClose: () => void
}

/** 部门: which of “1+6+N”, its number, what it is for. */
export function DepartmentSheet({ department, level, onClose }: DepartmentSheetProps) {
  const [name, setName] = useState(department?.name ?? '')
  const [kind, setKind] = useState<DepartmentKind>(department?.kind ?? 'other')
  const [phone, setPhone] = useState(department?.phone ?? '')
  const [duties, setDuties] = useState(department?.duties ?? '')
  const [problem, setProblem] = useState<string>()
  const { send, sending, failure } = useCommand('departments.save')
  const press = async () => {
    const isNamed = name.trim().length >= 2
    setProblem(isNamed ? undefined : words.missing)
    if (!isNamed) return
    const said = { name: name.trim(), level, kind, phone: phone.trim() || null, duties: duties.trim() }
    const answer = await send({ id: department?.id ?? null, ...said })
    if (answer.ok) onClose()
  }
  return (
    <Sheet
      id="department"
      title={department?.name ?? services.add.department}
      open
      onClose={onClose}
      act={{ words: services.save, onPress: press, busy: sending }}
    >
      <View className="ld-stack">
        <TextInput
          id="department-name"
          label={services.name}
          value={name}
          maxLength={40}
          error={problem}
          onChange={setName}
        />
        <Field id="department-kind" label={words.kind}>
          <View className="ld-row ld-wrap" {...readable('group', words.kind)}>
            {DEPARTMENT_KINDS.map((one) => (
              <Chip key={one} words={kindNames[one]} chosen={one === kind} onPress={() => setKind(one)} />
            ))}
          </View>
        </Field>
        <TextInput
          id="department-phone"
          label={services.phone}
          hint={services.phoneHint}
          value={phone}
          maxLength={20}
          onChange={setPhone}
        />
        <TextArea
          id="department-duties"
          label={services.duties}
          value={duties}
          maxLength={300}
          onChange={setDuties}
        />
        {failure && <Refused failure={failure} />}
      </View>
    </Sheet>
  )
}
