import { View } from '@tarojs/components'
import { Section } from '../../components/section'
import { UnsentLine, useMyUnsent } from '../../components/unsent-notice'
import { unsent as words } from '../../texts/unsent'

/** 还没送出的: what waits for a network, and what the server would not take, each with its reason. */
export function MyUnsent() {
  const mine = useMyUnsent()
  if (mine.length === 0) return null
  return (
    <Section title={words.title(mine.length)}>
      <View className="ld-stack">
        {mine.map((one) => (
          <UnsentLine key={one.id} unsent={one} />
        ))}
      </View>
    </Section>
  )
}
