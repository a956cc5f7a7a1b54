import { View } from '@tarojs/components'
import { readable } from '../../platform/accessible'
import { problemAt } from '../../texts/problems'
import { actions } from '../../texts/staff'
import { Chip } from '../chip'
import { TextArea } from '../text-area'
import styles from './staff-actions.module.scss'

interface WordsFieldProps {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  placeholder?: string
  /** One tap instead of typing. */
  phrases?: readonly string[]
  error?: string
  optional?: boolean
  maxLength?: number
}

/** The shortest note the contract takes. */
const SHORTEST = 2

/** What is wrong with a note before it is sent, in the same words the server's refusal would get. */
export const noteProblem = (note: string): string | undefined =>
  note.trim().length < SHORTEST
    ? problemAt([{ path: 'note', problem: 'min_length', limit: SHORTEST }], 'note')
    : undefined

/** A field for a few sentences, with the usual ones ready to be tapped. */
export function WordsField({ phrases = [], maxLength = 500, ...field }: WordsFieldProps) {
  return (
    <View>
      <TextArea {...field} maxLength={maxLength} />
      {phrases.length > 0 && (
        <View className={styles.phrases} {...readable('group', actions.usual)}>
          {phrases.map((phrase) => (
            <Chip
              key={phrase}
              words={phrase}
              chosen={field.value === phrase}
              onPress={() => field.onChange(phrase)}
            />
          ))}
        </View>
      )}
    </View>
  )
}
