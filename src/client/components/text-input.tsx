import { Input, View } from '@tarojs/components'
import { useEffect } from 'react'
import { nameInnerField } from '../platform/accessible'
import { Field, problemIdOf } from './field'
import styles from './text-input.module.scss'

export interface TextFieldProps {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  hint?: string
  error?: string
  optional?: boolean
  maxLength?: number
}

/** Says to a screen reader what the field is called and what is wrong with it. */
export function useFieldName({ id, label, error }: Pick<TextFieldProps, 'id' | 'label' | 'error'>) {
  useEffect(() => {
    nameInnerField(id, { label, problemId: error ? problemIdOf(id) : undefined })
  }, [id, label, error])
}

interface TextInputProps extends TextFieldProps {
  /** `nickname`: WeChat offers the holder's own; elsewhere it is plain text. */
  type?: 'text' | 'number' | 'nickname'
}

export function TextInput({ type = 'text', ...field }: TextInputProps) {
  const { id, value, onChange, placeholder, error, maxLength = 140 } = field
  useFieldName(field)
  return (
    <Field {...field}>
      <View className={`${styles.box} ${error ? styles.wrong : ''}`}>
        <Input
          id={id}
          className={styles.input}
          type={type}
          value={value}
          maxlength={maxLength}
          placeholder={placeholder}
          placeholderClass={styles.placeholder}
          onInput={(event) => onChange(event.detail.value)}
          // A nickname that is picked, not typed, is told only as the field is left.
          onBlur={type === 'nickname' ? (event) => onChange(event.detail.value) : undefined}
        />
      </View>
    </Field>
  )
}
