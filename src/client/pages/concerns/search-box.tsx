import { Input, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Icon } from '../../components/icon'
import { nameInnerField, pressable } from '../../platform/accessible'
import { concerns } from '../../texts/concerns'
import styles from './concerns.module.scss'

interface SearchBoxProps {
  value: string
  onSearch: (text: string) => void
}

const ID = 'concern-search'
/** Asks when the person stops typing, not at every letter. Milliseconds. */
const PAUSE = 400
const LONGEST = 40

export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    nameInnerField(ID, { label: concerns.searchLabel })
  }, [])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onSearch(typed), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, value, onSearch])
  return (
    <View className={styles.search}>
      <Icon name="search" size={20} />
      <Input
        id={ID}
        className={styles.input}
        value={typed}
        maxlength={LONGEST}
        confirmType="search"
        placeholder={concerns.search}
        placeholderClass={styles.placeholder}
        onInput={(event) => setTyped(event.detail.value)}
        onConfirm={() => onSearch(typed)}
      />
      {typed !== '' && (
        <View className={styles.clear} {...pressable(() => onSearch(''), { label: concerns.clearSearch })}>
          <Icon name="x" size={20} />
        </View>
      )}
    </View>
  )
}
