import { View } from '@tarojs/components'
import { AppButton } from '../../components/button'
import { Field } from '../../components/field'
import { FindPerson, type FoundPerson } from '../../components/find-person'
import { Notice } from '../../components/notice'
import { bodies as words } from '../../texts/bodies'

interface PersonFieldProps {
  id: string
  label: string
  help?: string
  /** Goes into the log of looks. */
  why: string
  person: FoundPerson | undefined
  error?: string | undefined
  onFind: (person: FoundPerson | undefined) => void
}

/** Somebody, found by his whole number; until then the field to find him by. */
export function PersonField({ id, label, help, why, person, error, onFind }: PersonFieldProps) {
  return (
    <Field id={id} label={label} hint={help} error={error}>
      {person ? (
        <View className="ld-tight">
          <Notice icon="me" title={person.name} />
          <AppButton kind="line" size="small" onPress={() => onFind(undefined)}>
            {words.another}
          </AppButton>
        </View>
      ) : (
        <FindPerson why={why} onFound={onFind} />
      )}
    </Field>
  )
}
