import { View } from '@tarojs/components'
import { AppButton } from '../../components/button'
import { readable } from '../../platform/accessible'
import { useLook } from '../../stores/look'
import { home } from '../../texts/home'
import styles from './home.module.scss'

interface HomeHeadProps {
  name: string | undefined
  /** Matters that wait for my answer; `undefined` while a guest looks. */
  waiting: number | undefined
  now: number
}

const helpOf = (waiting: number | undefined, elder: boolean) => {
  // 有事您说 stands right below in 长辈版.
  if (elder && !waiting) return undefined
  if (waiting === undefined) return home.help.guest
  return waiting > 0 ? home.help.waiting(waiting) : home.help.quiet
}

/** Who is greeted, what waits for him, and the way to larger letters and back: always on the first screen. */
export function HomeHead({ name, waiting, now }: HomeHeadProps) {
  const { mode, choose, larger } = useLook()
  const help = helpOf(waiting, mode === 'elder')
  const words = (
    <View className="ld-grow">
      <View className="ld-xl" {...readable('heading', undefined, { 'aria-level': 1 })}>
        {home.greet(name, now)}
      </View>
      {help && <View className="ld-sm ld-help">{help}</View>}
    </View>
  )
  if (mode === 'elder') {
    return (
      <View className={styles.head}>
        {words}
        <View className={styles.switches}>
          <AppButton kind="line" icon="aa" wide onPress={larger}>
            {home.larger}
          </AppButton>
          <AppButton kind="line" icon="swap" wide onPress={() => choose({ mode: 'normal' })}>
            {home.normal}
          </AppButton>
        </View>
      </View>
    )
  }
  return (
    <View className={styles.head}>
      {words}
      <AppButton kind="line" icon="aa" onPress={() => choose({ mode: 'elder' })}>
        {home.elder}
      </AppButton>
    </View>
  )
}
