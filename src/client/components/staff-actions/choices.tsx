import { Text, View } from '@tarojs/components'
import { pressable, readable } from '../../platform/accessible'
import { Field } from '../field'
import { Icon } from '../icon'
import styles from './choices.module.scss'

export interface Option<Value> {
  value: Value
  words: string
  help?: string
}

interface ChoicesProps<Value> {
  id: string
  label: string
  hint?: string
  error?: string
  options: readonly Option<Value>[]
  isChosen: (value: Value) => boolean
  onChoose: (value: Value) => void
  /** Several may be chosen. */
  many?: boolean
}

/** A few answers below one another, each with a line that says what it means. */
export function Choices<Value>({ options, isChosen, onChoose, many, ...field }: ChoicesProps<Value>) {
  const short = options.every(({ help }) => help === undefined)
  return (
    <Field {...field}>
      <View
        className={`${styles.list} ${short ? styles.short : ''}`}
        {...readable(many ? 'group' : 'radiogroup', field.label)}
      >
        {options.map(({ value, words, help }) => {
          const chosen = isChosen(value)
          return (
            <View
              key={words}
              className={`${styles.option} ${chosen ? styles.chosen : ''}`}
              {...pressable(() => onChoose(value), {
                role: many ? 'checkbox' : 'radio',
                label: help ? `${words}，${help}` : words,
                chosen,
              })}
            >
              <View className="ld-grow">
                <Text className={styles.words}>{words}</Text>
                {help && <View className={styles.help}>{help}</View>}
              </View>
              {chosen && <Icon name="check" size={20} />}
            </View>
          )
        })}
      </View>
    </Field>
  )
}
