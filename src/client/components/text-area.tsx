import { Textarea, View } from '@tarojs/components'
import { Field } from './field'
import { type TextFieldProps, useFieldName } from './text-input'
import styles from './text-input.module.scss'

/** Several lines; says how many characters are used once a limit is near. */
export function TextArea({ maxLength = 500, ...field }: TextFieldProps) {
  const { id, value, onChange, placeholder, error } = field
  useFieldName(field)
  const near = value.length > maxLength * 0.8
  return (
    <Field {...field}>
      <View className={`${styles.box} ${styles.tall} ${error ? styles.wrong : ''}`}>
        <Textarea
          id={id}
          className={styles.area}
          autoHeight
          value={value}
          maxlength={maxLength}
          placeholder={placeholder}
          placeholderClass={styles.placeholder}
          onInput={(event) => onChange(event.detail.value)}
        />
        {near && <View className={styles.count}>{`${value.length}/${maxLength}`}</View>}
      </View>
    </Field>
  )
}
